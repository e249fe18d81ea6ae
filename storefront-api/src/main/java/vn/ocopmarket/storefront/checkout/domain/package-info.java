/** What an order costs: taxes, delivery, and how amounts are split without losing a dong. */
@NullMarked
package vn.ocopmarket.storefront.checkout.domain;

import org.jspecify.annotations.NullMarked;
