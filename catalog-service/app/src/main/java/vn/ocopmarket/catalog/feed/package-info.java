/** The numbered feed of what changed in the catalogue. */
@NullMarked
package vn.ocopmarket.catalog.feed;

import org.jspecify.annotations.NullMarked;
