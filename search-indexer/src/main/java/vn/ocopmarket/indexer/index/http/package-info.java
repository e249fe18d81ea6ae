/** Reads products and availability over HTTP. */
@NullMarked
package vn.ocopmarket.indexer.index.http;

import org.jspecify.annotations.NullMarked;
