/** Who works here: accounts, roles and what they are bound to, sign-in, and the tokens other services trust. */
@NullMarked
package vn.ocopmarket.storefront.account;

import org.jspecify.annotations.NullMarked;
