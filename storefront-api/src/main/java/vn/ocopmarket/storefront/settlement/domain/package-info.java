/** Entries, rates and statements; pure. */
@NullMarked
package vn.ocopmarket.storefront.settlement.domain;

import org.jspecify.annotations.NullMarked;
