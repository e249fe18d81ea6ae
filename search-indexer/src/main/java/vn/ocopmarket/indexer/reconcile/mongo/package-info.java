/** Keeps the last result in MongoDB. */
@NullMarked
package vn.ocopmarket.indexer.reconcile.mongo;

import org.jspecify.annotations.NullMarked;
