/** What a voucher is, when it may be used, and what it takes off each line. */
@NullMarked
package vn.ocopmarket.storefront.promotion.domain;

import org.jspecify.annotations.NullMarked;
