package vn.ocopmarket.storefront.promotion;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What became of orders that use vouchers; whoever keeps orders knows. */
public interface OrdersWithVouchers {

    /** How an order stands to the uses it claimed. */
    enum Standing {
        /** It may still come to something. */
        WAITING,
        /** It is confirmed, so they are its own. */
        CONFIRMED,
        /** It came to nothing before its goods left, so they are free. */
        ENDED
    }

    /** Of few enough orders for one question; one that is not there is not in the answer. */
    Mono<Map<String, Standing>> standing(Collection<String> orderIds);
}
