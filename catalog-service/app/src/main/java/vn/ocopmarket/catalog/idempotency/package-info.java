/** Where the keys of requests count in this service: with every POST. */
@NullMarked
package vn.ocopmarket.catalog.idempotency;

import org.jspecify.annotations.NullMarked;
