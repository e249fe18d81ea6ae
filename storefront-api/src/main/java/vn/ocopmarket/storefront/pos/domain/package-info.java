/** A sale at the counter from the first scan to the receipt; no I/O. */
@NullMarked
package vn.ocopmarket.storefront.pos.domain;

import org.jspecify.annotations.NullMarked;
