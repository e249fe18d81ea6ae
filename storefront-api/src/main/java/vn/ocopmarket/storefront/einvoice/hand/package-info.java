/** Invoices that people issue in the provider's own program. */
@NullMarked
package vn.ocopmarket.storefront.einvoice.hand;

import org.jspecify.annotations.NullMarked;
