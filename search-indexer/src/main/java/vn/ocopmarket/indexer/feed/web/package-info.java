/** Says how the feeds are doing. */
@NullMarked
package vn.ocopmarket.indexer.feed.web;

import org.jspecify.annotations.NullMarked;
