/** Buyers, points of sale and fairs: the API and the pages. */
@NullMarked
package vn.ocopmarket.storefront;

import org.jspecify.annotations.NullMarked;
