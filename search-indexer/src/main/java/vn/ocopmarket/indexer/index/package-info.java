/** Keeps the documents of the index equal to what the sources say. */
@NullMarked
package vn.ocopmarket.indexer.index;

import org.jspecify.annotations.NullMarked;
