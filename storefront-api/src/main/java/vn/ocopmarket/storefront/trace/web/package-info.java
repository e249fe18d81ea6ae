/** Digital Links, trace pages, QR codes and labels over HTTP. */
@NullMarked
package vn.ocopmarket.storefront.trace.web;

import org.jspecify.annotations.NullMarked;
