/** Looks at every request that comes with a key. */
@NullMarked
package vn.ocopmarket.storefront.idempotency.web;

import org.jspecify.annotations.NullMarked;
