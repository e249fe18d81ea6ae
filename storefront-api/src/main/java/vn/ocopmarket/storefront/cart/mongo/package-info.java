/** Carts in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.cart.mongo;

import org.jspecify.annotations.NullMarked;
