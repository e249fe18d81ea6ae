/** Buyers who want to send goods back, or to end an order that is packed: they ask, staff decide, goods and money follow. */
@NullMarked
package vn.ocopmarket.storefront.returning;

import org.jspecify.annotations.NullMarked;
