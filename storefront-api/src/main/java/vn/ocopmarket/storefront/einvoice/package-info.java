/** Electronic invoices: asked for by the buyer of an order, issued by a certified provider or by hand, adjusted when money goes back. */
@NullMarked
package vn.ocopmarket.storefront.einvoice;

import org.jspecify.annotations.NullMarked;
