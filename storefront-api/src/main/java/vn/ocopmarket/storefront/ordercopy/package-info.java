/** The copy of an order that its buyer keeps: who sells, what, for how much, on which terms. */
@NullMarked
package vn.ocopmarket.storefront.ordercopy;

import org.jspecify.annotations.NullMarked;
