/** What it costs to send goods: zones, weights and fees, asked of a carrier or read from a tariff. */
@NullMarked
package vn.ocopmarket.storefront.shipping;

import org.jspecify.annotations.NullMarked;
