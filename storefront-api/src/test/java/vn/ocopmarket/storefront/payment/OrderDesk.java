package vn.ocopmarket.storefront.payment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;

/** The order's side: writes down what it is told. */
final class OrderDesk implements PaymentOutcomes {

    final List<String> told = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();

    @Override
    public Mono<Void> paid(String orderId, Money amount) {
        return tell("paid " + orderId + " " + amount.amount());
    }

    @Override
    public Mono<Void> paidInPart(String orderId, Money owed) {
        return tell("in part " + orderId + " " + owed.amount());
    }

    @Override
    public Mono<Void> failed(String orderId, String reason) {
        return tell("failed " + orderId + " " + reason);
    }

    @Override
    public Mono<Void> disputed(String orderId, String disputeId, Dispute stage, Money amount) {
        return tell("dispute " + orderId + " " + stage + " " + amount.amount());
    }

    @Override
    public Mono<Void> refunded(String orderId, String refundId, Money amount) {
        return tell("refunded " + orderId + " " + refundId + " " + amount.amount());
    }

    private Mono<Void> tell(String what) {
        return Mono.fromRunnable(() -> {
            if (refusals.getAndDecrement() > 0) {
                throw new IllegalStateException("The order cannot be changed now");
            }
            told.add(what);
        });
    }
}
