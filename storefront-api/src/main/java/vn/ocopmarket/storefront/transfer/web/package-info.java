/** Transfers over HTTP, and their pages for staff. */
@NullMarked
package vn.ocopmarket.storefront.transfer.web;

import org.jspecify.annotations.NullMarked;
