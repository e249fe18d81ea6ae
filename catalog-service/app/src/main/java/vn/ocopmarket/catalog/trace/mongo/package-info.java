/** Lots in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.trace.mongo;

import org.jspecify.annotations.NullMarked;
