/** What a transfer is, and how what came differs from what was sent. */
@NullMarked
package vn.ocopmarket.storefront.transfer.domain;

import org.jspecify.annotations.NullMarked;
