/** How far an invoice is, and whom it names. */
@NullMarked
package vn.ocopmarket.storefront.einvoice.domain;

import org.jspecify.annotations.NullMarked;
