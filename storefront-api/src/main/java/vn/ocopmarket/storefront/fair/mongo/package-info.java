/** Fairs in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.fair.mongo;

import org.jspecify.annotations.NullMarked;
