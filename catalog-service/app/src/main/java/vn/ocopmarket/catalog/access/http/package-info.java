/** Asks the issuer of tokens over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.access.http;

import org.jspecify.annotations.NullMarked;
