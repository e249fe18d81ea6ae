/** Counting what lies on the shelves without knowing what should, while sales go on; a manager books the differences. */
@NullMarked
package vn.ocopmarket.storefront.stockcount;

import org.jspecify.annotations.NullMarked;
