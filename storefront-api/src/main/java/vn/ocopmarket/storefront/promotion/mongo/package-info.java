/** Vouchers and their uses in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.promotion.mongo;

import org.jspecify.annotations.NullMarked;
