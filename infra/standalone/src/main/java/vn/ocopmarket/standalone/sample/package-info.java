/** The sample market: real products with sample prices, stock and certificate numbers, loaded through the public APIs. */
@NullMarked
package vn.ocopmarket.standalone.sample;

import org.jspecify.annotations.NullMarked;
