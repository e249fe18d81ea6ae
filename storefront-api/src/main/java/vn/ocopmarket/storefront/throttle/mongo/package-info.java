/** Counters of attempts in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.throttle.mongo;

import org.jspecify.annotations.NullMarked;
