/** The proof over HTTP and as a page for staff. */
@NullMarked
package vn.ocopmarket.storefront.stockproof.web;

import org.jspecify.annotations.NullMarked;
