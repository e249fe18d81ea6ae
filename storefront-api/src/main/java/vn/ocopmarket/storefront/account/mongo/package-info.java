/** Accounts, signing keys and staff sessions in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.account.mongo;

import org.jspecify.annotations.NullMarked;
