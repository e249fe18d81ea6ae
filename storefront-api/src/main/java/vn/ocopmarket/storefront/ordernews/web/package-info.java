/** Asking for the way to an order again: for buyers, and for staff who help them. */
@NullMarked
package vn.ocopmarket.storefront.ordernews.web;

import org.jspecify.annotations.NullMarked;
