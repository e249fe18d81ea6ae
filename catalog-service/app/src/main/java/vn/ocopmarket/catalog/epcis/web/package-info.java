/** Capture, query and export over HTTP, in the names of the standard. */
@NullMarked
package vn.ocopmarket.catalog.epcis.web;

import org.jspecify.annotations.NullMarked;
