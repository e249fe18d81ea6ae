package vn.ocopmarket.storefront.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Channel;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.Refund;

/** Money on the market's bank account, for the payments of orders. */
public final class ReceivingTransfers {

    /** The least and the most that banks carry at once through the instant network. */
    static final Money LEAST = Money.dong(2_000);

    static final Money MOST = Money.dong(499_999_999);

    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;
    private final OpeningCards cards;

    ReceivingTransfers(
            Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn, OpeningCards cards) {
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
        this.cards = cards;
    }

    /** How money fitted what was owed for its order when it came; the same however often it is told. */
    public sealed interface Fit {

        /** Nothing is owed any more. */
        record Exact() implements Fit {}

        /** This much is owed still, and the order waits for it. */
        record Short(Money owed) implements Fit {}

        /** Nothing is owed any more, and this much goes back by hand. */
        record Over(Money excess) implements Fit {}

        /** Enough, but after the time was over: the order takes it when it can, else it goes back. */
        record Late() implements Fit {}

        /** Not enough and too late: it goes back by hand. */
        record LateAndShort() implements Fit {}

        /** The order was paid before: it goes back by hand. */
        record Double() implements Fit {}
    }

    /** Money that came, by its id. */
    public record Booked(String id, Money amount) {}

    /**
     * What became of the money that came for an order by transfer.
     *
     * @param kept for the order, or for what it still waits for
     * @param toSend by hand
     * @param isSound whether what the order keeps is what it costs
     */
    public record Standing(
            String orderId, List<Booked> booked, Money kept, Money toSend, Money sent, boolean isSound) {}

    /** What an order waits for. */
    public record Awaited(String reference, Money owed, Instant until) {}

    /** The orders with these numbers that have a payment. */
    public Flux<String> ordersWithNumbers(Collection<String> numbers) {
        return payments.withNumbers(numbers).map(Payment::orderId);
    }

    /**
     * Books money for an order, once for each id; the order is told. Empty when the order has no payment.
     *
     * @param id the same at every try
     */
    public Mono<Fit> receive(String orderId, String id, Money amount) {
        return changing.change(orderId, payment -> payment.transferred(id, amount, changing.now()))
                .flatMap(payment ->
                        carryingOn.carryOn(payment).then(endCard(payment)).thenReturn(fit(payment, id)));
    }

    /** Two ways to pay the same order must not be open. */
    private Mono<Payment> endCard(Payment payment) {
        return Mono.justOrEmpty(payment.state() instanceof Paid ? payment.openSession() : Optional.empty())
                .flatMap(cards::expire);
    }

    private static Fit fit(Payment payment, String id) {
        var receipt = payment.receipts().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return switch (receipt.fit()) {
            case EXACT -> new Fit.Exact();
            case SHORT -> new Fit.Short(payment.owedAfter(id));
            case OVER -> new Fit.Over(payment.find("over:" + id).orElseThrow().amount());
            case LATE -> new Fit.Late();
            case LATE_SHORT -> new Fit.LateAndShort();
            case DOUBLE -> new Fit.Double();
        };
    }

    /** What the order waits for by transfer; empty when it does not. */
    public Mono<Awaited> awaited(String orderId) {
        return payments.find(orderId)
                .flatMap(payment -> payment.state() instanceof Transfer(var reference)
                        ? Mono.just(new Awaited(
                                reference, payment.owed(), payment.terms().deadline()))
                        : Mono.empty());
    }

    /** What became of all money that came by transfer for these orders. */
    public Flux<Standing> standings(Collection<String> orderIds) {
        return payments.findAll(orderIds).map(ReceivingTransfers::standing);
    }

    private static Standing standing(Payment payment) {
        var booked = payment.receipts().stream()
                .filter(receipt -> receipt.source().channel() == Channel.TRANSFER)
                .map(receipt -> new Booked(receipt.id(), receipt.amount()))
                .toList();
        return new Standing(
                payment.orderId(),
                booked,
                payment.book().kept(Channel.TRANSFER),
                payment.book().goingBack(Channel.TRANSFER, Refund.State.BY_HAND),
                payment.book().goingBack(Channel.TRANSFER, Refund.State.SUCCEEDED),
                payment.isSound());
    }
}
