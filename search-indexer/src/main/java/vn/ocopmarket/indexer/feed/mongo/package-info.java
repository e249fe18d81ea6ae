/** Keeps leases and positions in MongoDB. */
@NullMarked
package vn.ocopmarket.indexer.feed.mongo;

import org.jspecify.annotations.NullMarked;
