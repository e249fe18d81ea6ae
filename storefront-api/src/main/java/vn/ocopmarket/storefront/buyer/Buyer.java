package vn.ocopmarket.storefront.buyer;

import java.time.Instant;

/**
 * All that is kept of a buyer who signs in.
 *
 * @param id random, so that it tells nothing once the rest is gone
 * @param email where codes go; in lower case
 * @param language in which letters are written
 * @param cartId of the cart that stays with the account
 */
public record Buyer(String id, String email, String language, String cartId, Instant madeAt) {

    @Override
    public String toString() {
        return "Buyer[" + id + "]";
    }
}
