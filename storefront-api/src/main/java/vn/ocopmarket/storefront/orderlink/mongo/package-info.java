/** The secret of the links and which of them were revoked, in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.orderlink.mongo;

import org.jspecify.annotations.NullMarked;
