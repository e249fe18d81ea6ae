package vn.ocopmarket.storefront.ordernews;

import java.util.Locale;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;

/** Words the copy of an order that its buyer can keep; it goes into the letter that confirms the order. */
public interface CopyOfOrder {

    /** Plain text; empty when there is nothing to add to the letter. */
    Mono<String> of(Order order, Locale language);
}
