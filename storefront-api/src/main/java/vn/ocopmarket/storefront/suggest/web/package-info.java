/** Sees that a search led to a product. */
@NullMarked
package vn.ocopmarket.storefront.suggest.web;

import org.jspecify.annotations.NullMarked;
