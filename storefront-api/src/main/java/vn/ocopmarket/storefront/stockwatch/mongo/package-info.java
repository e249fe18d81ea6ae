/** Thresholds and confirmations. */
@NullMarked
package vn.ocopmarket.storefront.stockwatch.mongo;

import org.jspecify.annotations.NullMarked;
