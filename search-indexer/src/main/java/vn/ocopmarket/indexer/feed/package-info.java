/** Follows the feeds of the other services: one instance at a time, from where the last one stopped. */
@NullMarked
package vn.ocopmarket.indexer.feed;

import org.jspecify.annotations.NullMarked;
