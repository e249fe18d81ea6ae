/** What an order's page shows that other features know; its buyer and staff see it there and over HTTP. */
@NullMarked
package vn.ocopmarket.storefront.orderview;

import org.jspecify.annotations.NullMarked;
