/** Counts over HTTP, and their pages for staff. */
@NullMarked
package vn.ocopmarket.storefront.stockcount.web;

import org.jspecify.annotations.NullMarked;
