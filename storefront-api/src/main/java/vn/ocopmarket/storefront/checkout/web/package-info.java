/** Checkouts over HTTP. */
@NullMarked
package vn.ocopmarket.storefront.checkout.web;

import org.jspecify.annotations.NullMarked;
