/** The data: databases, collections, documents and what is done to them, recorded before it is done. */
@NullMarked
package vn.ocopmarket.embeddedmongo.store;

import org.jspecify.annotations.NullMarked;
