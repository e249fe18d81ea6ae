/** Keeps the groups in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.wording.mongo;

import org.jspecify.annotations.NullMarked;
