/** Provincial stamps: batches that were printed, ranges given to products, what became of them, and the check of a number. */
@NullMarked
package vn.ocopmarket.catalog.stamp;

import org.jspecify.annotations.NullMarked;
