/** Keeps answers in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.idempotency.mongo;

import org.jspecify.annotations.NullMarked;
