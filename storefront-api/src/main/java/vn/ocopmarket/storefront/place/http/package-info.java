/** Asks the catalogue for communes. */
@NullMarked
package vn.ocopmarket.storefront.place.http;

import org.jspecify.annotations.NullMarked;
