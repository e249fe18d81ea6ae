package vn.ocopmarket.storefront.commerce;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.config.BeanPostProcessor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.inventory.StockLevels;
import vn.ocopmarket.storefront.inventory.StockMovements;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.payment.Payments;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.pos.SalesToEnter;
import vn.ocopmarket.storefront.promotion.Redemptions;
import vn.ocopmarket.storefront.promotion.VoucherBuyers;
import vn.ocopmarket.storefront.promotion.Vouchers;
import vn.ocopmarket.storefront.returning.BuyerRequests;
import vn.ocopmarket.storefront.settlement.Entries;
import vn.ocopmarket.storefront.settlement.GatheringPlaces;
import vn.ocopmarket.storefront.settlement.Periods;
import vn.ocopmarket.storefront.settlement.Statements;
import vn.ocopmarket.storefront.stockcount.Counts;
import vn.ocopmarket.storefront.transfer.Transfers;

/**
 * Lets the process die at the n-th step: every call of a port counts, the n-th and all later ones fail, before or after they
 * took effect, until the process is started again.
 */
public final class Crashes implements BeanPostProcessor {

    private final AtomicInteger stepsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean afterEffect;

    /** How a step ends when the process dies at it. */
    public static final class Crash extends RuntimeException {
        Crash() {
            super("The process died", null, false, false);
        }
    }

    public void dieAt(int step, boolean afterItTookEffect) {
        afterEffect = afterItTookEffect;
        stepsLeft.set(step);
    }

    /** Starts the process again; true when it had died. */
    public boolean restart() {
        return stepsLeft.getAndSet(Integer.MAX_VALUE) <= 0;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case Orders orders -> wrap(Orders.class, orders);
            case StockLevels levels -> wrap(StockLevels.class, levels);
            case StockMovements movements -> wrap(StockMovements.class, movements);
            case Transfers transfers -> wrap(Transfers.class, transfers);
            case Counts counts -> wrap(Counts.class, counts);
            case Payments payments -> wrap(Payments.class, payments);
            case BuyerRequests requests -> wrap(BuyerRequests.class, requests);
            case Carts carts -> wrap(Carts.class, carts);
            case Vouchers vouchers -> wrap(Vouchers.class, vouchers);
            case Redemptions redemptions -> wrap(Redemptions.class, redemptions);
            case VoucherBuyers buyers -> wrap(VoucherBuyers.class, buyers);
            case OrdersToEnter orders -> wrap(OrdersToEnter.class, orders);
            case SalesToEnter sales -> wrap(SalesToEnter.class, sales);
            case GatheringPlaces places -> wrap(GatheringPlaces.class, places);
            case Entries entries -> wrap(Entries.class, entries);
            case Statements statements -> wrap(Statements.class, statements);
            case Periods periods -> wrap(Periods.class, periods);
            case TakingPayment payments when !(bean instanceof FakePayments) -> payments;
            default -> bean;
        };
    }

    private <T> T wrap(Class<T> port, T bean) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    try {
                        var result = method.invoke(bean, arguments);
                        return result instanceof Publisher<?> publisher ? counted(publisher) : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private Publisher<?> counted(Publisher<?> step) {
        return step instanceof Mono<?> mono ? mono(mono) : flux((Flux<?>) step);
    }

    private <T> Mono<T> mono(Mono<T> step) {
        return Mono.defer(() -> switch (left()) {
            case 0 -> afterEffect ? step.then(Mono.error(Crash::new)) : Mono.error(new Crash());
            case -1 -> Mono.error(new Crash());
            default -> step;
        });
    }

    private <T> Flux<T> flux(Flux<T> step) {
        return Flux.defer(() -> left() > 0 ? step : Flux.error(new Crash()));
    }

    /** 1: alive, 0: dies now, -1: dead. */
    private int left() {
        if (stepsLeft.get() == Integer.MAX_VALUE) {
            return 1;
        }
        var left = stepsLeft.decrementAndGet();
        return Integer.signum(left);
    }
}
