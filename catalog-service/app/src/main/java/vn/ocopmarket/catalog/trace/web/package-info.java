/** Lots, recalls and traces over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.trace.web;

import org.jspecify.annotations.NullMarked;
