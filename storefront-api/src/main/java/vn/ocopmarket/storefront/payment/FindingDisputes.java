package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.CardProvider.RefusedException;
import vn.ocopmarket.storefront.payment.domain.Book;
import vn.ocopmarket.storefront.payment.domain.Dispute;
import vn.ocopmarket.storefront.payment.domain.Payment;

/** Asks for disputes that no notice told of: those that were begun lately, and how those stand that we know and are open. */
final class FindingDisputes {

    private static final int MOST_OPEN = 1_000;

    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;
    private final CardProvider provider;

    FindingDisputes(
            Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn, CardProvider provider) {
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
        this.provider = provider;
    }

    /** Nothing is told of those that are known as they are. */
    Flux<Found> find(Duration notOlderThan) {
        return Flux.defer(() -> {
            var listed = new HashSet<String>();
            var lately = provider.disputes(notOlderThan).doOnNext(dispute -> listed.add(dispute.id()));
            return Flux.concat(lately.concatMap(this::judge), Flux.defer(() -> stillOpen(listed)));
        });
    }

    /** A bank takes months to decide, so a dispute may have been begun long before. */
    private Flux<Found> stillOpen(Set<String> listed) {
        return payments.disputed(MOST_OPEN)
                .flatMapIterable(payment -> payment.book().disputes())
                .map(Book.Contested::dispute)
                .filter(dispute -> dispute.isOpen() && !listed.contains(dispute.id()))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(dispute ->
                        provider.findDispute(dispute.id()).onErrorResume(RefusedException.class, _ -> Mono.empty()))
                .concatMap(this::judge);
    }

    private Mono<Found> judge(Dispute dispute) {
        return provider.ofIntent(dispute.intentId())
                .flatMap(session -> Mono.justOrEmpty(session.orderId()))
                .flatMap(payments::find)
                .map(payment -> judge(dispute, payment))
                .defaultIfEmpty(Mono.just(new Found.Unknown(dispute.id())))
                .flatMap(found -> found);
    }

    /** A notice may have told more since it was listed, so what is written down is asked for anew. */
    private Mono<Found> judge(Dispute listed, Payment payment) {
        return payment.disputed(listed).equals(payment)
                ? Mono.empty()
                : provider.findDispute(listed.id()).flatMap(now -> heal(now, payment.orderId()));
    }

    private Mono<Found> heal(Dispute dispute, String orderId) {
        return payments.find(orderId)
                .filter(payment -> !payment.disputed(dispute).equals(payment))
                .flatMap(_ -> changing.change(orderId, now -> now.disputed(dispute)))
                .flatMap(payment -> carryingOn.carryOn(payment).thenReturn(new Found.Healed(dispute.id())));
    }
}
