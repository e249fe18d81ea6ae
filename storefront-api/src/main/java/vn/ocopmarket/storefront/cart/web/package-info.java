/** Carts over HTTP. */
@NullMarked
package vn.ocopmarket.storefront.cart.web;

import org.jspecify.annotations.NullMarked;
