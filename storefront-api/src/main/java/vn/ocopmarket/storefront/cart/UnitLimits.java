package vn.ocopmarket.storefront.cart;

import java.util.List;
import java.util.Optional;

/** How many units of some goods one order may hold, on the day of this moment; a cart takes no more of them. */
public interface UnitLimits {

    /**
     * Too many units, or too few.
     *
     * @param sku the first of the lines that count
     * @param name of the goods that count
     * @param quantity of them all
     */
    record Excess(String sku, String name, long quantity, long least, long most) {}

    /** Whether units of the line count together with those of others. */
    boolean concern(JudgedLine line);

    /** What these lines are over, of goods that the catalogue knows; empty when nothing is. */
    Optional<Excess> excess(List<JudgedLine> lines);
}
