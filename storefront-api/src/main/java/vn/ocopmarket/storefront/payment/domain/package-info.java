/** The states of a payment, and what the provider's answers do to them. */
@NullMarked
package vn.ocopmarket.storefront.payment.domain;

import org.jspecify.annotations.NullMarked;
