package vn.ocopmarket.storefront.pages;

/** Names of the cookies that carry a cart from page to page. */
public final class CartCookies {

    /** The cart's unguessable id; not readable by scripts. */
    public static final String CART = "cart";

    /** How many units are in it, for the number in the header. */
    public static final String COUNT = "cart-count";

    private CartCookies() {}
}
