package vn.ocopmarket.storefront.order;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders whose followers have not heard everything; for who tells them only. */
public interface OrderNews {

    /**
     * An order with news.
     *
     * @param heard so many entries of its timeline are known to its followers
     * @param version of the order as it was read
     */
    record News(Order order, int heard, long version) {}

    /** What is due, the oldest first. */
    Flux<News> due(Instant now, int limit);

    /** The followers have heard all of it; what was told meanwhile stays due. */
    Mono<Void> heard(News news);

    /** It is tried again then. */
    Mono<Void> later(News news, Instant due);
}
