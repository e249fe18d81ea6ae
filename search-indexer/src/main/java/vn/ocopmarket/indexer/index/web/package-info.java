/** What of the index operators see and do again over its management port. */
@NullMarked
package vn.ocopmarket.indexer.index.web;

import org.jspecify.annotations.NullMarked;
