/** Looks at every request that comes with a key. */
@NullMarked
package vn.ocopmarket.catalog.idempotency.web;

import org.jspecify.annotations.NullMarked;
