package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.domain.CardRefund;
import vn.ocopmarket.storefront.payment.domain.Payment;

/** Looks at the provider's refunds: how each went is written into its payment. */
final class FindingRefunds {

    private static final int BATCH = 100;

    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;
    private final CardProvider provider;

    FindingRefunds(Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn, CardProvider provider) {
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
        this.provider = provider;
    }

    /** One for each refund of that time. Fails when the provider is silent. */
    Flux<Found> find(Duration notOlderThan) {
        return provider.refunds(notOlderThan).buffer(BATCH).concatMap(this::judge);
    }

    private Flux<Found> judge(List<CardRefund> refunds) {
        var ids = refunds.stream()
                .flatMap(refund -> Stream.ofNullable(refund.orderId()))
                .distinct()
                .toList();
        return payments.findAll(ids)
                .collect(Collectors.toMap(Payment::orderId, Function.identity()))
                .flatMapMany(known -> Flux.fromIterable(refunds)
                        .concatMap(refund -> judge(refund, known.get(String.valueOf(refund.orderId())))));
    }

    private Mono<Found> judge(CardRefund refund, @Nullable Payment payment) {
        var refundId = refund.refundId();
        if (payment == null || refundId == null || payment.find(refundId).isEmpty()) {
            return Mono.just(new Found.Unknown(refund.id()));
        }
        if (payment.refundSeen(refundId, refund.state(), refund.id()).equals(payment)) {
            return Mono.just(new Found.Known(refund.id()));
        }
        return changing.change(payment.orderId(), now -> now.refundSeen(refundId, refund.state(), refund.id()))
                .flatMap(carryingOn::carryOn)
                .thenReturn(new Found.Healed(refund.id()));
    }
}
