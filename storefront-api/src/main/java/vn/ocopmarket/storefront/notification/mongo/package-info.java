/** The outbox of mail in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.notification.mongo;

import org.jspecify.annotations.NullMarked;
