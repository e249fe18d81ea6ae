/** Invoices, one document for each order that has one. */
@NullMarked
package vn.ocopmarket.storefront.einvoice.mongo;

import org.jspecify.annotations.NullMarked;
