/** Requests of buyers, one document each. */
@NullMarked
package vn.ocopmarket.storefront.returning.mongo;

import org.jspecify.annotations.NullMarked;
