/** The index in Elasticsearch. */
@NullMarked
package vn.ocopmarket.indexer.index.elastic;

import org.jspecify.annotations.NullMarked;
