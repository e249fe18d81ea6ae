/** Cards through Stripe: sessions, refunds and signatures, by the Stripe SDK. */
@NullMarked
package vn.ocopmarket.storefront.payment.stripe;

import org.jspecify.annotations.NullMarked;
