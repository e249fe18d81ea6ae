/** Who works here: accounts, roles, and what each of them may do where. */
@NullMarked
package vn.ocopmarket.storefront.account;

import org.jspecify.annotations.NullMarked;
