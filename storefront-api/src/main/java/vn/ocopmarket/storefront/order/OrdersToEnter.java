package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;

/**
 * Completed orders for who settles with producers. The change that completes one, or that tells of money which went back, lets
 * it wait, so that nothing is missed and nobody has to look at the others.
 */
public interface OrdersToEnter {

    /** Those that wait, the longest waiting first. Some may not be completed: they wait again when they are. */
    Flux<Reading<Waiting>> waiting(int limit);

    /** It waits no more, unless it changed since it was read. */
    Mono<Void> entered(Waiting order);

    /** Since when the longest waiting one waits. Empty when none does. */
    Mono<Instant> oldest();

    /** Completed orders in the order of their ids, whether they wait or not; {@code after} is the id of the last seen. */
    Flux<Reading<Order>> completed(@Nullable String after, int limit);

    /** Those of these ids that are completed, as they are now. */
    Flux<Order> completed(Collection<String> ids);

    /** One that waits, as it was read. */
    record Waiting(Order order, long version) {}
}
