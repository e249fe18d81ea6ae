/** Reads the feeds over HTTP. */
@NullMarked
package vn.ocopmarket.indexer.feed.http;

import org.jspecify.annotations.NullMarked;
