/** The bank's notices in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.banktransfer.mongo;

import org.jspecify.annotations.NullMarked;
