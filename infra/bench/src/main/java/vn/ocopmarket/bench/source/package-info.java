/** A generated catalogue of any size that an indexer reads over HTTP like the real one, with the processes that it needs. */
@NullMarked
package vn.ocopmarket.bench.source;

import org.jspecify.annotations.NullMarked;
