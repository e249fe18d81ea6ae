/** The relay that carries changes into the log, and the log. */
@NullMarked
package vn.ocopmarket.catalog.feed.mongo;

import org.jspecify.annotations.NullMarked;
