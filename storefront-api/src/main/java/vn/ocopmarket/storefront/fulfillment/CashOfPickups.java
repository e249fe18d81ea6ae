package vn.ocopmarket.storefront.fulfillment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.pos.CollectedCash;

/**
 * What the use of its code says was taken for an order: a code is used once, by the same write that hands the goods over, so
 * cash is counted once too, and also when a crash came right after.
 */
final class CashOfPickups implements CollectedCash {

    private final Orders orders;
    private final ZoneId zone;

    CashOfPickups(Orders orders, ZoneId zone) {
        this.orders = orders;
        this.zone = zone;
    }

    @Override
    public Flux<Taken> on(String locationId, LocalDate day) {
        var from = day.atStartOfDay(zone).toInstant();
        var before = day.plusDays(1).atStartOfDay(zone).toInstant();
        return orders.collected(locationId, from, before)
                .map(CashOfPickups::cash)
                .flatMap(Mono::justOrEmpty);
    }

    private static Optional<Taken> cash(Order order) {
        var use = Objects.requireNonNull(order.shipments().pickup()).used();
        return use == null || use.cash().amount() == 0
                ? Optional.empty()
                : Optional.of(new Taken(order.number(), use.at(), use.cash()));
    }
}
