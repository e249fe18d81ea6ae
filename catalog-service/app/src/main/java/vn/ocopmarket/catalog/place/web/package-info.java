/** The directory of places over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.place.web;

import org.jspecify.annotations.NullMarked;
