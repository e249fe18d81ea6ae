/** Payouts over HTTP, as pages and as workbooks. */
@NullMarked
package vn.ocopmarket.storefront.payout.web;

import org.jspecify.annotations.NullMarked;
