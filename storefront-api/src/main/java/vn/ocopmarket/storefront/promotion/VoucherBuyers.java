package vn.ocopmarket.storefront.promotion;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** How often each buyer uses each voucher; a buyer is a key that tells nobody who it is. */
public interface VoucherBuyers {

    /**
     * Counts the order among those of the buyer, once.
     *
     * @param most orders that the buyer may have
     * @param until when nobody needs to know it any more
     * @return whether it is among them
     */
    Mono<Boolean> enter(String buyerKey, String orderId, int most, Instant until);

    /** Takes the order out, whosoever it is. */
    Mono<Void> leave(String orderId);
}
