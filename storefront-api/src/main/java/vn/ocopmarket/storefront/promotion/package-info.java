/** Vouchers: what they take off the goods of an order, and who has used them how often. */
@NullMarked
package vn.ocopmarket.storefront.promotion;

import org.jspecify.annotations.NullMarked;
