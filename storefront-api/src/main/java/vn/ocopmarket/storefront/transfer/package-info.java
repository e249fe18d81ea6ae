/** Goods on their way from one location to another: sent, on the way, and received by counting them. */
@NullMarked
package vn.ocopmarket.storefront.transfer;

import org.jspecify.annotations.NullMarked;
