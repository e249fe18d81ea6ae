/** When a document is out of date. */
@NullMarked
package vn.ocopmarket.indexer.index.domain;

import org.jspecify.annotations.NullMarked;
