package vn.ocopmarket.storefront.cart;

/** What came of changing a cart. */
public sealed interface CartOutcome {

    /** The cart as it is now. */
    record Changed(JudgedCart cart) implements CartOutcome {}

    /** Nothing changed. */
    sealed interface CartRefused extends CartOutcome {}

    /** There is no such cart. */
    record CartUnknown() implements CartRefused {}

    /** The catalogue has no such SKU. */
    record SkuUnknown(String sku) implements CartRefused {}

    /** It cannot be bought; the line says why. */
    record NotPurchasable(JudgedLine line) implements CartRefused {}

    /** It is for adults, and nobody asked how old the buyer is. */
    record AgeUnknown(String slug) implements CartRefused {}

    /** A line holds 1 to so many. */
    record QuantityRefused(long most) implements CartRefused {}

    /** There would be more of such goods than one order holds. */
    record TooManyUnits(UnitLimits.Excess excess) implements CartRefused {}

    /** A cart holds so many lines. */
    record TooManyLines(int most) implements CartRefused {}
}
