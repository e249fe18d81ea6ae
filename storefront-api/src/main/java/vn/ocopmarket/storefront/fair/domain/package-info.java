/** A fair and its states, and whether a product may be shown at it; no I/O. */
@NullMarked
package vn.ocopmarket.storefront.fair.domain;

import org.jspecify.annotations.NullMarked;
