/** A market without its neighbours, for tests of stock, carts, checkouts and orders on a real store. */
@NullMarked
package vn.ocopmarket.storefront.commerce;

import org.jspecify.annotations.NullMarked;
