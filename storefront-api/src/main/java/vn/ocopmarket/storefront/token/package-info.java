/** The short-lived tokens that other services trust, and the keys they are signed with. */
@NullMarked
package vn.ocopmarket.storefront.token;

import org.jspecify.annotations.NullMarked;
