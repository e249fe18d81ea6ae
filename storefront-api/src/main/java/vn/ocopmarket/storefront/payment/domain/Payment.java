package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.CardSession.Status;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;

/**
 * The money of one order. Every method gives the payment afterwards, or this one when nothing changes.
 *
 * @param receipts one as a rule; a second is a double payment, and goes back
 * @param news what the order must still be told; null when it knows everything
 * @param version grows with every change
 */
public record Payment(
        PaymentTerms terms,
        PaymentState state,
        List<Receipt> receipts,
        List<Refund> refunds,
        @Nullable News news,
        Schedule schedule,
        long version) {

    public static final String EXPIRED = "expired";

    /** What an order hears of its payment. */
    public enum News {
        PAID,
        FAILED
    }

    public Payment {
        receipts = List.copyOf(receipts);
        refunds = List.copyOf(refunds);
    }

    public static Payment begin(PaymentTerms terms, Starting attempt) {
        return new Payment(terms, attempt, List.of(), List.of(), null, new Schedule(terms.deadline(), 0), 1);
    }

    public String orderId() {
        return terms.orderId();
    }

    public Payment attempted(Starting attempt) {
        return state instanceof Starting ? to(attempt, news) : this;
    }

    public Payment opened(Open open) {
        return state instanceof Starting ? to(open, news) : this;
    }

    /** Nobody wants the money any more. */
    public Payment ended(String reason, @Nullable News tell, Instant now) {
        return switch (state) {
            case Starting _, Open _ -> to(new Ended(reason, now), tell);
            case Paid _, Ended _ -> this;
        };
    }

    /** What the provider says about one of its sessions for this order. */
    public Payment seen(CardSession session, Instant now) {
        if (session.paid() && session.intentId() != null) {
            return received(session.id(), new Receipt(session.intentId(), session.amount(), now));
        }
        var isMine = state instanceof Open open && open.sessionId().equals(session.id());
        return isMine && session.status() == Status.EXPIRED ? ended(EXPIRED, News.FAILED, now) : this;
    }

    private Payment received(String sessionId, Receipt receipt) {
        if (receipts.stream().anyMatch(known -> known.intentId().equals(receipt.intentId()))) {
            return this;
        }
        var all = new ArrayList<>(receipts);
        all.add(receipt);
        if (state instanceof Paid) {
            var back = new ArrayList<>(refunds);
            back.add(Refund.reserved("double:" + receipt.intentId(), receipt.intentId(), receipt.amount(), "double"));
            return new Payment(terms, state, all, back, news, schedule, version);
        }
        return new Payment(terms, state, all, refunds, news, schedule, version)
                .to(new Paid(sessionId, receipt.intentId(), receipt.at()), News.PAID);
    }

    /** Sets an amount aside to go back; empty when there is not so much left of what the order paid. */
    public Optional<Payment> refunding(String refundId, Money amount, String reason) {
        if (find(refundId).isPresent()) {
            return Optional.of(this);
        }
        if (!(state instanceof Paid paid) || amount.amount() <= 0 || amount.compareTo(refundable(paid)) > 0) {
            return Optional.empty();
        }
        var all = new ArrayList<>(refunds);
        all.add(Refund.reserved(refundId, paid.intentId(), amount, reason));
        return Optional.of(new Payment(terms, state, receipts, all, news, schedule, version));
    }

    private Money refundable(Paid paid) {
        var left = receipts.stream()
                .filter(receipt -> receipt.intentId().equals(paid.intentId()))
                .map(Receipt::amount)
                .reduce(Money.ZERO, Money::plus);
        for (var refund : refunds) {
            if (refund.intentId().equals(paid.intentId()) && refund.holdsMoney()) {
                left = left.minus(refund.amount());
            }
        }
        return left;
    }

    public Payment refundSeen(String refundId, Refund.State now, @Nullable String providerId) {
        return changeRefund(refundId, refund -> refund.state() == now ? refund : refund.seen(now, providerId));
    }

    public Payment refundTold(String refundId) {
        return changeRefund(refundId, Refund::told);
    }

    public Payment told(News what) {
        return news == what ? new Payment(terms, state, receipts, refunds, null, schedule, version) : this;
    }

    public Payment scheduled(Schedule next) {
        return new Payment(terms, state, receipts, refunds, news, next, version);
    }

    public Optional<Refund> find(String refundId) {
        return refunds.stream().filter(refund -> refund.id().equals(refundId)).findFirst();
    }

    /** What of the order's own money is back or on its way. */
    public boolean isSettled() {
        return news == null
                && refunds.stream()
                        .noneMatch(refund -> refund.state() == Refund.State.RESERVED || refund.orderMustKnow());
    }

    /** When there is something to do next; null when there is nothing. */
    public @Nullable Instant nextDue(Instant now) {
        if (!isSettled()) {
            return now;
        }
        return switch (state) {
            case Starting _, Open _ -> terms.deadline();
            case Paid _, Ended _ -> null;
        };
    }

    private Payment changeRefund(String refundId, UnaryOperator<Refund> change) {
        var all = refunds.stream()
                .map(refund -> refund.id().equals(refundId) ? change.apply(refund) : refund)
                .toList();
        return all.equals(refunds) ? this : new Payment(terms, state, receipts, all, news, schedule, version);
    }

    private Payment to(PaymentState next, @Nullable News tell) {
        if (!state.kind().next().contains(next.kind())) {
            throw new IllegalStateException(state.kind() + " cannot become " + next.kind());
        }
        return new Payment(terms, next, receipts, refunds, tell, schedule, version);
    }
}
