package vn.ocopmarket.storefront.cart;

/** Lets tests of adapters merge. */
public final class Merging {

    private Merging() {}

    public static MergingCarts with(Carts carts) {
        return new MergingCarts(carts);
    }
}
