package vn.ocopmarket.storefront.checkout;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.promotion.OrdersWithVouchers;

/** Tells those who count uses of vouchers what became of orders. */
record StandingOfOrders(Orders orders) implements OrdersWithVouchers {

    @Override
    public Mono<Map<String, Standing>> standing(Collection<String> orderIds) {
        return orders.withIds(orderIds).collectMap(Order::id, StandingOfOrders::standing);
    }

    private static Standing standing(Order order) {
        return switch (order.state()) {
            case PREPARING, PLACED -> Standing.WAITING;
            case CONFIRMED, COMPLETED -> Standing.CONFIRMED;
            case REFUSED, CANCELLED, EXPIRED -> order.endedBeforeLeaving() ? Standing.ENDED : Standing.CONFIRMED;
        };
    }
}
