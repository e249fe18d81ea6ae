/** What undoing left as it is, in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.undo.mongo;

import org.jspecify.annotations.NullMarked;
