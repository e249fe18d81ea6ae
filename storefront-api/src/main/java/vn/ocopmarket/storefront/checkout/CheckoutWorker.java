package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation.Refusal;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentEnd;

/**
 * Goes on with orders that are due: preparations a crash interrupted are given up, unpaid orders end when their hold has run
 * out, ended orders give back what they still have. Each order is leased, so several instances share the work.
 */
final class CheckoutWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckoutWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int BATCH = 100;

    private final OrderBook book;
    private final TakingPayment payments;
    private final FulfillingOrder fulfilling;
    private final CheckoutSettings settings;
    private final Clock clock;
    private @Nullable Disposable running;

    CheckoutWorker(
            OrderBook book,
            TakingPayment payments,
            FulfillingOrder fulfilling,
            CheckoutSettings settings,
            Clock clock) {
        this.book = book;
        this.payments = payments;
        this.fulfilling = fulfilling;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = Mono.delay(settings.look())
                .then(Mono.defer(this::look))
                .onErrorResume(failure -> {
                    LOG.warn("Due orders could not be looked at, it is tried again: {}", failure.toString());
                    return Mono.empty();
                })
                .repeat()
                .subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Looks once at everything that is due; gives how many there were. */
    Mono<Long> look() {
        return lookAtBatch().flatMap(count -> count < BATCH ? Mono.just(count) : look().map(more -> count + more));
    }

    private Mono<Long> lookAtBatch() {
        var now = clock.instant();
        return book.orders()
                .lease(now, now.plus(LEASE), BATCH)
                .concatMap(order -> goOn(order).thenReturn(order).onErrorResume(failure -> {
                    LOG.warn("Order {} waits for another try: {}", order.id(), failure.toString());
                    return Mono.just(order);
                }))
                .count();
    }

    private Mono<Void> goOn(Order order) {
        return switch (order.state()) {
            case PREPARING -> giveUp(order);
            case PLACED -> expire(order);
            case CANCELLED, EXPIRED, REFUSED -> book.settling().settle(order);
            case CONFIRMED, COMPLETED -> fulfilling.goOn(order);
        };
    }

    /** Nobody was told of this order, so it ends; the same request may begin it again as soon as it is settled. */
    private Mono<Void> giveUp(Order order) {
        var refusals = order.skus().stream()
                .map(sku -> new Refusal(sku, CompletingPreparation.INTERRUPTED, 0))
                .toList();
        var change = OrderChange.from(OrderState.PREPARING)
                .to(OrderState.REFUSED)
                .refusals(List.copyOf(refusals))
                .due(clock.instant().plus(LEASE));
        return book.orders().change(order.id(), change).flatMap(book.settling()::settle);
    }

    /** Money that came in the last moment wins: then the payment tells the order. */
    private Mono<Void> expire(Order order) {
        return payments.end(order.id()).flatMap(end -> switch (end) {
            case PaymentEnd.AlreadyPaid _ -> Mono.empty();
            case PaymentEnd.Ended _ -> {
                var now = clock.instant();
                var change = OrderChange.from(OrderState.PLACED)
                        .to(OrderState.EXPIRED)
                        .payment(Set.of(PaymentState.AWAITING), PaymentState.ENDED)
                        .tell(now, What.EXPIRED, null)
                        .due(now.plus(LEASE));
                yield book.orders().change(order.id(), change).flatMap(book.settling()::settleSoon);
            }
        });
    }
}
