package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.Receipt.Fit;
import vn.ocopmarket.storefront.payment.domain.Receipt.Source;
import vn.ocopmarket.storefront.payment.domain.Refund.Part;

/**
 * The money of one order. Every method gives the payment afterwards, or this one when nothing changes.
 *
 * @param book what came in and what goes back; more than the order costs goes back by itself
 * @param news what the order must still be told; null when it knows everything
 * @param version grows with every change
 */
public record Payment(
        PaymentTerms terms,
        PaymentState state,
        Book book,
        @Nullable News news,
        Schedule schedule,
        long version) {

    public static final String EXPIRED = "expired";

    /** The reason of one that ended to be made another way. */
    static final String SWITCHED = "switched";

    static final String UNUSED = "unused";

    /** What an order hears of its payment. */
    public enum News {
        PAID,
        /** Some money came, but not enough. */
        SHORT,
        FAILED
    }

    /** Begins waiting: for a session or for a transfer. */
    public static Payment begin(PaymentTerms terms, PaymentState attempt) {
        return new Payment(terms, attempt, Book.EMPTY, null, new Schedule(terms.deadline(), 0), 1);
    }

    /** Cash that somebody took for an order. */
    public static Payment collected(PaymentTerms terms, Instant at) {
        var source = Source.cash(terms.orderId());
        var receipt = new Receipt(source.intentId(), source, terms.amount(), at, Fit.EXACT);
        var paid = new Paid(receipt.id(), receipt.intentId(), at);
        return new Payment(terms, paid, Book.EMPTY.with(receipt), null, new Schedule(null, 0), 1);
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

    /** Nobody wants the money any more; what came of it goes back. */
    public Payment ended(String reason, @Nullable News tell, Instant now) {
        return Endings.ended(this, reason, tell, now);
    }

    /** Ends to begin again another way. */
    public Payment switched(Instant now) {
        return Endings.switched(this, now);
    }

    public boolean isSwitched() {
        return state instanceof Ended ended && ended.reason().equals(SWITCHED);
    }

    /** Begins again another way, when it ended for that. */
    public Payment begunAgain(PaymentState attempt) {
        return isSwitched() ? to(attempt, news).scheduled(new Schedule(terms.deadline(), 0)) : this;
    }

    /** A session that can be paid still; a payment that was paid by transfer remembers it until it is ended. */
    public Optional<String> openSession() {
        return Endings.openSession(this);
    }

    /** What the provider says about one of its sessions for this order. */
    public Payment seen(CardSession session, Instant now) {
        return Arrivals.seen(this, session, now);
    }

    /** Money that the bank says came for the order. */
    public Payment transferred(String noticeId, Money amount, Instant now) {
        return Arrivals.transferred(this, noticeId, amount, now);
    }

    /** What is owed still while a transfer is waited for. */
    public Money owed() {
        return Amounts.owed(this);
    }

    /** What was owed still after this receipt, which was too short. */
    public Money owedAfter(String receiptId) {
        return terms.amount().minus(book.transferredUpTo(receiptId));
    }

    /** What came in for the order itself: what it costs, unless a card paid something else. */
    public Money received() {
        return Amounts.received(this);
    }

    /** Whether the order keeps just what it costs, and nothing that is nobody's. */
    public boolean isSound() {
        return Amounts.isSound(this);
    }

    /** Sets an amount aside to go back; empty when there is not so much left of what the order paid. */
    public Optional<Payment> refunding(String refundId, Money amount, String reason) {
        return refunding(refundId, amount, refund -> refund, reason);
    }

    /** The same for parts of an order, on behalf of somebody. */
    public Optional<Payment> refunding(String refundId, List<Part> parts, String reason, String askedBy) {
        var amount = parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
        return refunding(refundId, amount, refund -> refund.of(parts, askedBy), reason);
    }

    private Optional<Payment> refunding(String id, Money amount, UnaryOperator<Refund> detail, String reason) {
        if (book.find(id).isPresent()) {
            return Optional.of(this);
        }
        if (!(state instanceof Paid paid) || amount.amount() <= 0 || amount.compareTo(refundable()) > 0) {
            return Optional.empty();
        }
        var source = book.source(paid.intentId()).orElseThrow();
        return Optional.of(with(book.with(detail.apply(Refund.setAside(id, source, amount, reason)))));
    }

    /** What of the order's own money is here and not set aside. */
    public Money refundable() {
        return state instanceof Paid paid ? book.left(paid.intentId()) : Money.ZERO;
    }

    public Payment refundSeen(String refundId, Refund.State now, @Nullable String providerId) {
        return with(book.change(refundId, refund -> refund.seen(now, providerId)));
    }

    /** Somebody sent it; this one when nothing is to be sent. */
    public Payment refundSent(String refundId, String number, String by) {
        return with(book.change(
                refundId, refund -> refund.state() == Refund.State.BY_HAND ? refund.sent(number, by) : refund));
    }

    /** Somebody sent what was set aside by the same change, so that no provider can have heard of it. */
    public Payment refundSentUnheard(String refundId, String number, String by) {
        return with(book.change(refundId, refund -> refund.sent(number, by)));
    }

    /** What the provider says of a dispute; this one when it is of no money of ours. */
    public Payment disputed(Dispute now) {
        var isOurs = book.source(now.intentId()).isPresent();
        var isKnown = book.disputes().stream().anyMatch(known -> known.dispute().equals(now));
        return isOurs && !isKnown ? with(book.with(now)) : this;
    }

    public Payment disputeTold(Dispute dispute) {
        return with(book.disputeTold(dispute));
    }

    public Payment refundTold(String refundId) {
        return with(book.change(refundId, Refund::told));
    }

    Payment telling(News what) {
        return new Payment(terms, state, book, what, schedule, version);
    }

    public Payment told(News what) {
        return news == what ? new Payment(terms, state, book, null, schedule, version) : this;
    }

    public Payment scheduled(Schedule next) {
        return new Payment(terms, state, book, news, next, version);
    }

    public Optional<Refund> find(String refundId) {
        return book.find(refundId);
    }

    public List<Receipt> receipts() {
        return book.receipts();
    }

    public List<Refund> refunds() {
        return book.refunds();
    }

    /** Whether nothing is left to be done by a program. */
    public boolean isSettled() {
        return news == null
                && refunds().stream().noneMatch(Refund::isUnfinished)
                && book.disputes().stream().noneMatch(Book.Contested::orderMustKnow);
    }

    /** When there is something to do next; null when there is nothing. */
    public @Nullable Instant nextDue(Instant now) {
        if (!isSettled()) {
            return now;
        }
        return switch (state) {
            case Starting _, Open _, Transfer _ -> terms.deadline();
            case Paid _, Ended _ -> null;
        };
    }

    Payment with(Book next) {
        return next.equals(book) ? this : new Payment(terms, state, next, news, schedule, version);
    }

    /** The same end for another reason. */
    Payment endedAgain(Ended end, @Nullable News tell) {
        return new Payment(terms, end, book, tell, schedule, version);
    }

    Payment to(PaymentState next, @Nullable News tell) {
        if (!state.kind().next().contains(next.kind())) {
            throw new IllegalStateException(state.kind() + " cannot become " + next.kind());
        }
        return new Payment(terms, next, book, tell, schedule, version);
    }
}
