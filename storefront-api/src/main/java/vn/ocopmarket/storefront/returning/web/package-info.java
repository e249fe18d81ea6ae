/** Requests of buyers: for the holder of the order's link, and for staff. */
@NullMarked
package vn.ocopmarket.storefront.returning.web;

import org.jspecify.annotations.NullMarked;
