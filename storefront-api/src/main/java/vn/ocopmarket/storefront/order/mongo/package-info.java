/** Orders in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.order.mongo;

import org.jspecify.annotations.NullMarked;
