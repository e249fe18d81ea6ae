/** Where the keys of requests count in this service. */
@NullMarked
package vn.ocopmarket.storefront.idempotency;

import org.jspecify.annotations.NullMarked;
