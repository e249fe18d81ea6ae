package vn.ocopmarket.storefront.fulfillment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.CashMissing;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.HandedOver;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.IdentityMissing;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.NotReady;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.Ready;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.Recalled;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.TooMany;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.UsedBefore;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.WrongCode;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.order.PickupTicket.Use;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;

/**
 * Gives goods to whoever shows the code of their order, at the counter where it lies. A code opens one order once; wrong ones
 * are counted by who tries them, so that nobody gets through all of them.
 */
public final class HandingOverByCode {

    private static final Limit CODES = new Limit("pickup code", 10, Duration.ofMinutes(10));

    private final Orders orders;
    private final CollectingOrder collecting;
    private final CountingAttempts counting;
    private final Clock clock;

    HandingOverByCode(Orders orders, CollectingOrder collecting, CountingAttempts counting, Clock clock) {
        this.orders = orders;
        this.collecting = collecting;
        this.counting = counting;
        this.clock = clock;
    }

    /**
     * What the person at the counter did before giving the goods away.
     *
     * @param key under which it is asked for; asking again gets the same answer
     * @param by account of that person
     * @param identity looked at an identity card
     * @param cash what was taken
     */
    public record Checks(String key, String by, boolean identity, Money cash) {}

    /** Finds the order and changes nothing. Never empty. */
    public Mono<PickupOutcome> find(String locationId, String typed, String by) {
        return counted(by, order(locationId, typed));
    }

    /** Hands it over. Never empty; a cancelled call is finished by the worker once the code was used. */
    public Mono<PickupOutcome> handOver(String locationId, String typed, Checks checks) {
        return counted(checks.by(), order(locationId, typed)).flatMap(found -> switch (found) {
            case Ready ready -> handOver(ready, checks, null);
            case UsedBefore _ -> usedBefore(locationId, typed, checks, found);
            case HandedOver _, WrongCode _, NotReady _, TooMany _, IdentityMissing _, CashMissing _, Recalled _ ->
                Mono.just(found);
        });
    }

    /**
     * Hands it over to somebody who lost the code; everything else is looked at all the same. Never empty.
     *
     * @param why words that are kept with the order
     */
    public Mono<PickupOutcome> handOverWithoutCode(Order order, Checks checks, String why) {
        return switch (lookAt(order)) {
            case Ready ready ->
                handOver(ready, checks, why)
                        .flatMap(outcome -> outcome instanceof WrongCode
                                ? orders.find(order.id()).map(NotReady::new)
                                : Mono.just(outcome));
            case UsedBefore used ->
                after(order, checks) instanceof HandedOver
                        ? collecting
                                .finish(order)
                                .then(orders.find(order.id()))
                                .<PickupOutcome>map(HandedOver::new)
                                .defaultIfEmpty(used)
                        : Mono.just(used);
            case HandedOver _, WrongCode _, NotReady _, TooMany _, IdentityMissing _, CashMissing _, Recalled _ ->
                Mono.just(new NotReady(order));
        };
    }

    /** What would be looked at before it is handed over without its code, or why it cannot be. */
    public static PickupOutcome lookAt(Order order) {
        var state = state(order);
        return state instanceof WrongCode ? new NotReady(order) : state;
    }

    private Mono<PickupOutcome> handOver(Ready ready, Checks checks, @Nullable String withoutCode) {
        if (ready.identity() && !checks.identity()) {
            return Mono.just(new IdentityMissing());
        }
        if (!ready.due().equals(checks.cash())) {
            return Mono.just(new CashMissing(ready.due()));
        }
        var order = ready.order();
        var ticket = order.shipments().pickup();
        if (ticket == null) {
            return Mono.just(new WrongCode());
        }
        var use = new Use(checks.key(), clock.instant(), checks.by(), checks.identity(), checks.cash(), withoutCode);
        return collecting.collect(order.id(), ticket.code(), use).flatMap(outcome -> switch (outcome) {
            case OrderOutcome.Moved(var moved) -> Mono.just(new HandedOver(moved));
            case OrderOutcome.LotRecalled _ -> Mono.just(new Recalled());
            case OrderOutcome.OrderUnknown _, OrderOutcome.CodeMissing _ -> Mono.just(new WrongCode());
            case OrderOutcome.MoveRefused _ -> orders.find(order.id()).map(now -> after(now, checks));
        });
    }

    /** Somebody was quicker; or it was this very call, at an earlier try. */
    private static PickupOutcome after(Order order, Checks checks) {
        var ticket = order.shipments().pickup();
        if (ticket == null || ticket.used() == null) {
            return new WrongCode();
        }
        return ticket.used().key().equals(checks.key())
                ? new HandedOver(order)
                : new UsedBefore(ticket.used().at());
    }

    private Mono<PickupOutcome> usedBefore(String locationId, String typed, Checks checks, PickupOutcome found) {
        return here(locationId, typed)
                .filter(order -> after(order, checks) instanceof HandedOver)
                .flatMap(order -> collecting.finish(order).then(orders.find(order.id())))
                .<PickupOutcome>map(HandedOver::new)
                .defaultIfEmpty(found);
    }

    private Mono<PickupOutcome> counted(String by, Mono<PickupOutcome> answer) {
        return counting.begin(CODES, by)
                .<PickupOutcome>map(TooMany::new)
                .switchIfEmpty(Mono.defer(() -> answer.flatMap(found -> found instanceof WrongCode
                        ? Mono.just(found)
                        : counting.forgive(CODES, by).thenReturn(found))));
    }

    private Mono<PickupOutcome> order(String locationId, String typed) {
        return here(locationId, typed).map(HandingOverByCode::state).defaultIfEmpty(new WrongCode());
    }

    /** Of two orders with one code nobody knows whose goods it opens: neither does. */
    private Mono<Order> here(String locationId, String typed) {
        var code = PickupTicket.typed(typed);
        return code.length() != PickupTicket.LENGTH
                ? Mono.empty()
                : orders.withPickupCode(code)
                        .filter(order -> order.delivery() instanceof Delivery.Pickup there
                                && there.locationId().equals(locationId))
                        .collectList()
                        .filter(found -> found.size() == 1)
                        .map(List::getFirst);
    }

    private static PickupOutcome state(Order order) {
        var ticket = order.shipments().pickup();
        if (ticket != null && ticket.used() != null) {
            return new UsedBefore(ticket.used().at());
        }
        return ticket != null && order.state() == OrderState.CONFIRMED && order.fulfillment() == FulfillmentState.PACKED
                ? new Ready(order, order.needsAgeCheck(), CollectingOrder.due(order))
                : new WrongCode();
    }
}
