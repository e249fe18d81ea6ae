/** Payouts and what differs from the books; pure. */
@NullMarked
package vn.ocopmarket.storefront.payout.domain;

import org.jspecify.annotations.NullMarked;
