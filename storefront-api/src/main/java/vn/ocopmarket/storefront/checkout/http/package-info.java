/** The places of the catalogue over HTTP. */
@NullMarked
package vn.ocopmarket.storefront.checkout.http;

import org.jspecify.annotations.NullMarked;
