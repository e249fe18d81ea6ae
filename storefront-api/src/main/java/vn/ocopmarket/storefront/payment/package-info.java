/** Money for orders: taking it, giving it back, and proving that what the provider has agrees with what orders say. */
@NullMarked
package vn.ocopmarket.storefront.payment;

import org.jspecify.annotations.NullMarked;
