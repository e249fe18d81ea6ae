/** What the index says of a product: a pure function of the product and of its availability. */
@NullMarked
package vn.ocopmarket.indexer.projection;

import org.jspecify.annotations.NullMarked;
