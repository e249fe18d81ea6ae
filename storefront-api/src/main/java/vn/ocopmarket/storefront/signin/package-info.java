/** Signing in and staying signed in. */
@NullMarked
package vn.ocopmarket.storefront.signin;

import org.jspecify.annotations.NullMarked;
