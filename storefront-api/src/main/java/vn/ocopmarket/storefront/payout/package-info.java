/** What the card provider pays out to the bank, held against the market's own books. */
@NullMarked
package vn.ocopmarket.storefront.payout;

import org.jspecify.annotations.NullMarked;
