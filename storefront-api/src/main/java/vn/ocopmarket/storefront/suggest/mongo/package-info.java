/** Counts of words in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.suggest.mongo;

import org.jspecify.annotations.NullMarked;
