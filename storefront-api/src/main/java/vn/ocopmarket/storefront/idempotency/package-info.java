/** The same request under the same key is done once and answered alike. */
@NullMarked
package vn.ocopmarket.storefront.idempotency;

import org.jspecify.annotations.NullMarked;
