/** Tells followers what happens to orders, buyers by letter, and sends them the way to their order again when they lost it. */
@NullMarked
package vn.ocopmarket.storefront.ordernews;

import org.jspecify.annotations.NullMarked;
