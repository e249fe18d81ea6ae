/** Keeps answers in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.idempotency.mongo;

import org.jspecify.annotations.NullMarked;
