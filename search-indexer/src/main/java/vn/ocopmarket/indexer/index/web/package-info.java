/** Management endpoints of the index. */
@NullMarked
package vn.ocopmarket.indexer.index.web;

import org.jspecify.annotations.NullMarked;
