/** Accounts and the one-time links to them in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.account.mongo;

import org.jspecify.annotations.NullMarked;
