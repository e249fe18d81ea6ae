/** The older part of histories in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.history.mongo;

import org.jspecify.annotations.NullMarked;
