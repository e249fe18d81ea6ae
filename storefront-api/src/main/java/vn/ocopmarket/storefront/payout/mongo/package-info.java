/** Payouts in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.payout.mongo;

import org.jspecify.annotations.NullMarked;
