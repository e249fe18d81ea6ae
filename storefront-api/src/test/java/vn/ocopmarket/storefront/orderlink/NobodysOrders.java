package vn.ocopmarket.storefront.orderlink;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrdersOfBuyers;

/** Remembers whose orders are, and begins with none that is anybody's. */
final class NobodysOrders implements OrdersOfBuyers {

    private final Map<String, String> owners = new HashMap<>();

    @Override
    public Flux<Order> of(String buyerId, @Nullable String before, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<Boolean> owns(String buyerId, String orderId) {
        return Mono.just(buyerId.equals(owners.get(orderId)));
    }

    @Override
    public Mono<Boolean> claim(String buyerId, String orderId) {
        return Mono.fromSupplier(
                () -> owners.computeIfAbsent(orderId, _ -> buyerId).equals(buyerId));
    }

    @Override
    public Mono<Void> letGo(String buyerId) {
        return Mono.fromRunnable(() -> owners.values().removeIf(buyerId::equals));
    }
}
