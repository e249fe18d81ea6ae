/** Pages of places. */
@NullMarked
package vn.ocopmarket.storefront.place.web;

import org.jspecify.annotations.NullMarked;
