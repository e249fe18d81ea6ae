/** Keeps the documents of the index equal to what the sources say, and the index equal to its definition. */
@NullMarked
package vn.ocopmarket.indexer.index;

import org.jspecify.annotations.NullMarked;
