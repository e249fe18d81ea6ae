/** Certificates and papers over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.certificate.web;

import org.jspecify.annotations.NullMarked;
