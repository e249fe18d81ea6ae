/** Proof over HTTP. */
@NullMarked
package vn.ocopmarket.storefront.certificate.web;

import org.jspecify.annotations.NullMarked;
