package vn.ocopmarket.storefront.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart as it is stored.
 *
 * @param id unguessable; who knows it may use it
 * @param lines in the order in which they were put in
 * @param orderId the order that is being made from this cart, or waits for its payment
 * @param touchedAt when it was last written to
 * @param revision grows with every change
 */
public record Cart(
        String id, List<CartLine> lines, @Nullable String orderId, Instant touchedAt, long revision) {

    public Cart {
        lines = List.copyOf(lines);
    }

    public List<String> skus() {
        return lines.stream().map(CartLine::sku).toList();
    }

    /** How many things are in it. */
    public long units() {
        return lines.stream().mapToLong(CartLine::quantity).sum();
    }

    /** The lines with this one in the place of what there was of its SKU, else as the last. */
    List<CartLine> linesWith(CartLine line) {
        var all = new ArrayList<>(lines);
        var at = skus().indexOf(line.sku());
        if (at >= 0) {
            all.set(at, line);
        } else {
            all.add(line);
        }
        return all;
    }
}
