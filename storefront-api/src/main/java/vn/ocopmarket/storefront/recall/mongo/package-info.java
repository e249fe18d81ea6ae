/** Keeps who was told of a recall, and what staff found. */
@NullMarked
package vn.ocopmarket.storefront.recall.mongo;

import org.jspecify.annotations.NullMarked;
