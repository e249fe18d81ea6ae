/** Proof as the catalogue keeps it. */
@NullMarked
package vn.ocopmarket.storefront.certificate.http;

import org.jspecify.annotations.NullMarked;
