/** Asks the trace pages of products elsewhere, politely, whether they still answer. */
@NullMarked
package vn.ocopmarket.catalog.links;

import org.jspecify.annotations.NullMarked;
