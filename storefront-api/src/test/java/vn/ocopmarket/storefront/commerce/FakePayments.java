package vn.ocopmarket.storefront.commerce;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.PaymentRequest;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentEnd;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;

/** A payment provider in memory. */
public final class FakePayments implements TakingPayment {

    public final Map<String, PaymentRequest> open = new ConcurrentHashMap<>();
    public final Map<String, Money> refunds = new ConcurrentHashMap<>();
    /** Orders whose money a bank has until it decides. */
    public final Set<String> contested = ConcurrentHashMap.newKeySet();

    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    public volatile boolean silent;
    /** What happens between the end of a payment and the answer. */
    public volatile Supplier<Mono<Void>> whenEnded = Mono::empty;

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
            return request.method() == PaymentMethod.BANK_TRANSFER
                    ? new PaymentStart.ToTransfer(request.orderNumber() + "01")
                    : new PaymentStart.Redirect("https://pay.test/" + request.orderId());
        });
    }

    @Override
    public boolean offers(PaymentMethod method) {
        return true;
    }

    @Override
    public Mono<PaymentStart> startAgain(String orderId, PaymentMethod method) {
        return Mono.fromSupplier(() -> {
            if (paid.contains(orderId) || !open.containsKey(orderId)) {
                return new PaymentStart.AlreadyOver();
            }
            return method == PaymentMethod.BANK_TRANSFER
                    ? new PaymentStart.ToTransfer(
                            requireNonNull(open.get(orderId)).orderNumber() + "02")
                    : new PaymentStart.Redirect("https://pay.test/again/" + orderId);
        });
    }

    @Override
    public Mono<PaymentEnd> end(String orderId) {
        return ended(orderId).flatMap(end -> whenEnded.get().thenReturn(end));
    }

    private Mono<PaymentEnd> ended(String orderId) {
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
    public Mono<Rest> refundRest(String orderId, String refundId, String reason) {
        return Mono.fromSupplier(() -> {
            if (contested.contains(orderId)) {
                return Rest.CONTESTED;
            }
            refunds.put(refundId, requireNonNull(open.get(orderId)).amount());
            return Rest.GOING_BACK;
        });
    }

    @Override
    public Mono<Void> refund(String orderId, String refundId, Money amount, String reason) {
        return Mono.fromRunnable(() -> refunds.put(refundId, amount));
    }
}
