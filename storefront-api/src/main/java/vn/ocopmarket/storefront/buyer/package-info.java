/** Buyers who want to be known again: signing in by a code in a letter, their cart, and their orders. */
@NullMarked
package vn.ocopmarket.storefront.buyer;

import org.jspecify.annotations.NullMarked;
