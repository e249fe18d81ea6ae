/** Settlements in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.settlement.mongo;

import org.jspecify.annotations.NullMarked;
