/** What people who prove payments and answer disputes call. */
@NullMarked
package vn.ocopmarket.storefront.payment.web;

import org.jspecify.annotations.NullMarked;
