/** Asks the catalogue for the figures. */
@NullMarked
package vn.ocopmarket.storefront.indicators.http;

import org.jspecify.annotations.NullMarked;
