/** The signed link by which whoever placed an order follows it, without an account. */
@NullMarked
package vn.ocopmarket.storefront.orderlink;

import org.jspecify.annotations.NullMarked;
