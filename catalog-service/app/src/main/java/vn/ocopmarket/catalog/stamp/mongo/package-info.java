/** Batches of stamps and the rolls of their numbers in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.stamp.mongo;

import org.jspecify.annotations.NullMarked;
