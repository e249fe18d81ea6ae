package vn.ocopmarket.storefront.browse;

import reactor.core.publisher.Flux;

/** What a producer has or had, sold today or not. */
public interface FindByProducer {

    /** In no order, at most a hundred. Empty when nobody has that id; every error is {@link SearchUnavailable}. */
    Flux<ListedProduct> ofProducer(String producerId);
}
