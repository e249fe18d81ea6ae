/** The desk and the API of vouchers. */
@NullMarked
package vn.ocopmarket.storefront.promotion.web;

import org.jspecify.annotations.NullMarked;
