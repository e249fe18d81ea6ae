/** Products with their variants and certificates: one document each, every change of it published. */
@NullMarked
package vn.ocopmarket.catalog.product;

import org.jspecify.annotations.NullMarked;
