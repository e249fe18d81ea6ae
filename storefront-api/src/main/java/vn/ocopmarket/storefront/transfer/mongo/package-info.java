/** Transfers, one document each. */
@NullMarked
package vn.ocopmarket.storefront.transfer.mongo;

import org.jspecify.annotations.NullMarked;
