/** What of a product is counted, and the counting. */
@NullMarked
package vn.ocopmarket.catalog.indicators.domain;

import org.jspecify.annotations.NullMarked;
