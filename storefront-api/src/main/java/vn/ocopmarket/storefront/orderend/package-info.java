/** How orders end before they are delivered: their stock and their vouchers are free, their money goes back. */
@NullMarked
package vn.ocopmarket.storefront.orderend;

import org.jspecify.annotations.NullMarked;
