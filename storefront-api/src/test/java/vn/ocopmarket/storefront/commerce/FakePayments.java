package vn.ocopmarket.storefront.commerce;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.PaymentEnd;
import vn.ocopmarket.storefront.payment.PaymentRequest;
import vn.ocopmarket.storefront.payment.PaymentStart;
import vn.ocopmarket.storefront.payment.TakingPayment;

/** A payment provider in memory. */
public final class FakePayments implements TakingPayment {

    public final Map<String, PaymentRequest> open = new ConcurrentHashMap<>();
    public final Map<String, Money> refunds = new ConcurrentHashMap<>();
    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    public volatile boolean silent;

    /** The buyer pays: from now on nobody can end it. */
    public Money pay(String orderId) {
        paid.add(orderId);
        return requireNonNull(open.get(orderId)).amount();
    }

    @Override
    public Mono<PaymentStart> start(PaymentRequest request) {
        return Mono.fromSupplier(() -> {
            if (silent) {
                return new PaymentStart.Unreachable();
            }
            open.putIfAbsent(request.orderId(), request);
            return new PaymentStart.Redirect("https://pay.test/" + request.orderId());
        });
    }

    @Override
    public Mono<PaymentEnd> end(String orderId) {
        return Mono.fromSupplier(() -> {
            if (silent) {
                throw new IllegalStateException("The provider is silent");
            }
            if (paid.contains(orderId)) {
                return new PaymentEnd.AlreadyPaid();
            }
            open.remove(orderId);
            return new PaymentEnd.Ended();
        });
    }

    @Override
    public Mono<Void> check(String orderId) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> refund(String orderId, String refundId, Money amount, String reason) {
        return Mono.fromRunnable(() -> refunds.put(refundId, amount));
    }
}
