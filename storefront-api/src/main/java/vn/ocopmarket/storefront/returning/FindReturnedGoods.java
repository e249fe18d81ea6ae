package vn.ocopmarket.storefront.returning;

import java.util.Map;
import reactor.core.publisher.Mono;

/** Tells whose the goods were that came back for their money. */
@FunctionalInterface
public interface FindReturnedGoods {

    /**
     * How many units of each SKU were the market's own, by the ids of the refunds of an order; a refund without goods that came
     * back is not in it. Never empty; the map may be.
     */
    Mono<Map<String, Map<String, Long>>> ownedByRefund(String orderId);
}
