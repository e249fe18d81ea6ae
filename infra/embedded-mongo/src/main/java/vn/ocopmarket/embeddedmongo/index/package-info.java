/** Ordered indexes in memory: which keys a document has, which keys a filter needs, and where they meet. */
@NullMarked
package vn.ocopmarket.embeddedmongo.index;

import org.jspecify.annotations.NullMarked;
