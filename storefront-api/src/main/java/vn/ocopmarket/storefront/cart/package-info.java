/** Carts: what somebody wants to buy, judged afresh at every look. */
@NullMarked
package vn.ocopmarket.storefront.cart;

import org.jspecify.annotations.NullMarked;
