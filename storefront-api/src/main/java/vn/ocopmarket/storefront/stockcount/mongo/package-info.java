/** Counts, one document each. */
@NullMarked
package vn.ocopmarket.storefront.stockcount.mongo;

import org.jspecify.annotations.NullMarked;
