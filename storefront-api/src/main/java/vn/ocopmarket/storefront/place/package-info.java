/** Communes and what comes from them. */
@NullMarked
package vn.ocopmarket.storefront.place;

import org.jspecify.annotations.NullMarked;
