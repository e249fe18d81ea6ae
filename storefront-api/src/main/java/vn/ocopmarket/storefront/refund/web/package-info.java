/** Refunds for staff: as an API and as pages. */
@NullMarked
package vn.ocopmarket.storefront.refund.web;

import org.jspecify.annotations.NullMarked;
