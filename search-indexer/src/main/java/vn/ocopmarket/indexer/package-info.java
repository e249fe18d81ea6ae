/** Keeps Elasticsearch equal to the catalogue and to availability. */
@NullMarked
package vn.ocopmarket.indexer;

import org.jspecify.annotations.NullMarked;
