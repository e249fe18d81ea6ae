/** Electronic invoices over HTTP: for the holder of an order's link, and for who issues them. */
@NullMarked
package vn.ocopmarket.storefront.einvoice.web;

import org.jspecify.annotations.NullMarked;
