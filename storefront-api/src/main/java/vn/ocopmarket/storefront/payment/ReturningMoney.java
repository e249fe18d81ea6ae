package vn.ocopmarket.storefront.payment;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Allocation;
import vn.ocopmarket.storefront.payment.domain.Allocation.Bought;
import vn.ocopmarket.storefront.payment.domain.Allocation.Result;
import vn.ocopmarket.storefront.payment.domain.Allocation.Wanted;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Refund;
import vn.ocopmarket.storefront.payment.domain.Schedule;

/** Gives money back for parts of orders on behalf of staff, and keeps the list of what people have to send by hand. */
public final class ReturningMoney {

    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;

    ReturningMoney(Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn) {
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
    }

    /** So many units of a line, or the delivery as one unit, and what was paid for them. */
    public record Item(String name, long units, Money paid) {}

    /**
     * What somebody wants back.
     *
     * @param refundId chosen by the caller, the same at every try
     * @param bought everything that was paid for
     * @param wanted of that, with amounts that do not count
     * @param before what had gone back already when it was asked for; two who ask at once get it once
     */
    public record Wish(
            String orderId,
            String refundId,
            List<Item> bought,
            List<Item> wanted,
            Money before,
            String reason,
            String askedBy) {}

    /** One refund as staff see it. */
    public record Return(
            String id,
            Money amount,
            String reason,
            String state,
            List<Item> items,
            @Nullable String number,
            @Nullable String askedBy,
            @Nullable String sentBy) {}

    /** What came in for an order and what of it goes back. */
    public record Returns(String orderId, Money received, Money refundable, List<Return> returns) {

        /** What of the order's own money went back, or is about to. */
        public Money back() {
            return received.minus(refundable);
        }

        public long unitsBack(String item) {
            return returns.stream()
                    .filter(one -> !one.state().equals(Refund.State.FAILED.name()))
                    .flatMap(one -> one.items().stream())
                    .filter(part -> part.name().equals(item))
                    .mapToLong(Item::units)
                    .sum();
        }
    }

    /** What came of a wish. */
    public sealed interface Granted {

        /** The money is set aside, now or by the same wish before, and on its way. */
        record Reserved(Returns now) implements Granted {}

        /** Somebody else gave money back meanwhile. */
        record Stale(Returns now) implements Granted {}

        /** Only so many units did not go back. */
        record TooMuch(String item, long left) implements Granted {}

        /** There is not so much paid money. */
        record NotPaid() implements Granted {}
    }

    /** Money that somebody has to send. */
    public record ToSend(String orderId, String orderNumber, String refundId, Money amount, String reason) {}

    /** Empty when the order has no payment. */
    public Mono<Returns> of(String orderId) {
        return payments.find(orderId).map(ReturningMoney::returns);
    }

    /** Writes down that somebody took cash for the order, once. */
    public Mono<Void> collected(String orderId, String orderNumber, Money amount) {
        var terms = new PaymentTerms(orderId, orderNumber, amount, null, "", "", changing.now(), Locale.ROOT);
        return payments.insert(Payment.collected(terms, changing.now())).then();
    }

    /** What was paid for the wanted units that would go back next; empty when there are not so many left. */
    public Mono<Money> worth(String orderId, List<Item> bought, List<Item> wanted) {
        return payments.find(orderId)
                .map(Payment::refunds)
                .defaultIfEmpty(List.of())
                .flatMap(refunds -> Allocation.of(bought(bought), refunds, wanted(wanted)) instanceof Result.Parts parts
                        ? Mono.just(
                                parts.parts().stream().map(Refund.Part::amount).reduce(Money.ZERO, Money::plus))
                        : Mono.empty());
    }

    /** Never empty. Complete once the amount is set aside durably; it is carried on until the money is back. */
    public Mono<Granted> grant(Wish wish) {
        return grant(wish, payment -> payment);
    }

    /**
     * Writes down that who wishes it sent it already, by the outgoing transfer of that number, so that nothing else sends it.
     * What a provider may have heard of stays as it is: who sent that is not told. Never empty.
     */
    public Mono<Granted> grantSent(Wish wish, String number) {
        return grant(wish, payment -> payment.refundSentUnheard(wish.refundId(), number, wish.askedBy()));
    }

    private Mono<Granted> grant(Wish wish, UnaryOperator<Payment> then) {
        return Mono.defer(() -> {
            var refused = new AtomicReference<@Nullable Granted>();
            return changing.change(wish.orderId(), payment -> grant(payment, wish, then, refused))
                    .map(payment -> {
                        var why = refused.get();
                        if (why != null) {
                            return why;
                        }
                        carryingOn.hint();
                        return new Granted.Reserved(returns(payment));
                    })
                    .defaultIfEmpty(new Granted.NotPaid());
        });
    }

    /** The payment afterwards, or the same one with the reason in {@code refused}; tried again when it changed meanwhile. */
    private Payment grant(
            Payment payment, Wish wish, UnaryOperator<Payment> then, AtomicReference<@Nullable Granted> refused) {
        refused.set(null);
        if (payment.find(wish.refundId()).isPresent()) {
            return payment;
        }
        var now = returns(payment);
        if (!now.back().equals(wish.before())) {
            refused.set(new Granted.Stale(now));
            return payment;
        }
        return switch (Allocation.of(bought(wish.bought()), payment.refunds(), wanted(wish.wanted()))) {
            case Result.TooMuch(var item, var left) -> {
                refused.set(new Granted.TooMuch(item, left));
                yield payment;
            }
            case Result.Parts(var parts) ->
                payment.refunding(wish.refundId(), parts, wish.reason(), wish.askedBy())
                        .map(after -> then.apply(after).scheduled(new Schedule(changing.now(), 0)))
                        .orElseGet(() -> {
                            refused.set(new Granted.NotPaid());
                            return payment;
                        });
        };
    }

    private static List<Bought> bought(List<Item> items) {
        return items.stream()
                .map(item -> new Bought(item.name(), item.units(), item.paid()))
                .toList();
    }

    private static List<Wanted> wanted(List<Item> items) {
        return items.stream().map(item -> new Wanted(item.name(), item.units())).toList();
    }

    /** What people have to send by hand, the oldest first. */
    public Flux<ToSend> toSend(int limit) {
        return payments.withMoneyToSend(limit)
                .flatMapIterable(payment -> payment.refunds().stream()
                        .filter(refund -> refund.state() == Refund.State.BY_HAND)
                        .map(refund -> new ToSend(
                                payment.orderId(),
                                payment.terms().orderNumber(),
                                refund.id(),
                                refund.amount(),
                                refund.reason()))
                        .toList());
    }

    /**
     * Somebody sent it, by the outgoing transfer of that number; the order is told. Empty when nothing by that id was to be
     * sent; the first number counts.
     */
    public Mono<Returns> sent(String orderId, String refundId, String number, String by) {
        return changing.change(orderId, payment -> payment.refundSent(refundId, number, by))
                .filter(payment -> payment.find(refundId)
                        .filter(refund -> refund.trail().sentBy() != null)
                        .isPresent())
                .flatMap(payment -> carryingOn.carryOn(payment).thenReturn(returns(payment)));
    }

    private static Returns returns(Payment payment) {
        return new Returns(
                payment.orderId(),
                payment.received(),
                payment.refundable(),
                payment.refunds().stream().map(ReturningMoney::toReturn).toList());
    }

    private static Return toReturn(Refund refund) {
        var trail = refund.trail();
        return new Return(
                refund.id(),
                refund.amount(),
                refund.reason(),
                refund.state().name(),
                refund.parts().stream()
                        .map(part -> new Item(part.item(), part.units(), part.amount()))
                        .toList(),
                trail.providerId(),
                trail.askedBy(),
                trail.sentBy());
    }
}
