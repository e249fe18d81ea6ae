/** Rebuilds for operators. */
@NullMarked
package vn.ocopmarket.indexer.rebuild.web;

import org.jspecify.annotations.NullMarked;
