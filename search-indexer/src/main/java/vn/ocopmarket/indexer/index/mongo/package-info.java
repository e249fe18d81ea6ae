/** Keeps the parked products in MongoDB. */
@NullMarked
package vn.ocopmarket.indexer.index.mongo;

import org.jspecify.annotations.NullMarked;
