/** The lists over HTTP, and their page for staff. */
@NullMarked
package vn.ocopmarket.storefront.stockwatch.web;

import org.jspecify.annotations.NullMarked;
