/** Buyers and their codes in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.buyer.mongo;

import org.jspecify.annotations.NullMarked;
