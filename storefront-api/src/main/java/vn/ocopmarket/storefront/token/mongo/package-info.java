/** Signing keys in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.token.mongo;

import org.jspecify.annotations.NullMarked;
