/** Compares the whole index with the catalogue and repairs it. */
@NullMarked
package vn.ocopmarket.indexer.reconcile;

import org.jspecify.annotations.NullMarked;
