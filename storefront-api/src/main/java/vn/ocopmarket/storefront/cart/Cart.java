package vn.ocopmarket.storefront.cart;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart as it is stored.
 *
 * @param id unguessable; who knows it may use it
 * @param lines in the order in which they were put in
 * @param orderId the order that is being made from this cart, or waits for its payment
 * @param touchedAt when it was last written to
 */
public record Cart(
        String id, List<CartLine> lines, @Nullable String orderId, Instant touchedAt) {

    public Cart {
        lines = List.copyOf(lines);
    }

    public List<String> skus() {
        return lines.stream().map(CartLine::sku).toList();
    }
}
