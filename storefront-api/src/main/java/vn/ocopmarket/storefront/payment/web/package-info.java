/** What the card provider and administrators call. */
@NullMarked
package vn.ocopmarket.storefront.payment.web;

import org.jspecify.annotations.NullMarked;
