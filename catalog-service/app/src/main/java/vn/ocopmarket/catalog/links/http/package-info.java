/** Asks over HTTP, public addresses only. */
@NullMarked
package vn.ocopmarket.catalog.links.http;

import org.jspecify.annotations.NullMarked;
