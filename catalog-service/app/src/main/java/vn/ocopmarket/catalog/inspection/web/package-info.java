/** Findings over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.inspection.web;

import org.jspecify.annotations.NullMarked;
