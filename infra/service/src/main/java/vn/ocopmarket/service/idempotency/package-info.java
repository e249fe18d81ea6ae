/**
 * The same request under the same {@code Idempotency-Key} is done once and answered alike. Every service makes its filter with
 * {@link vn.ocopmarket.service.idempotency.IdempotencyKeys} and says where keys count and how a misused one is refused.
 */
@NullMarked
package vn.ocopmarket.service.idempotency;

import org.jspecify.annotations.NullMarked;
