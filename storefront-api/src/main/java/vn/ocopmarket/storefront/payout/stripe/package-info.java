/** The account at Stripe, by its SDK. */
@NullMarked
package vn.ocopmarket.storefront.payout.stripe;

import org.jspecify.annotations.NullMarked;
