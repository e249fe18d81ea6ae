/** The second factor as a part of the account's document in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.secondfactor.mongo;

import org.jspecify.annotations.NullMarked;
