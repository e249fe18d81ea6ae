/** The page to sign in, and the session in a browser. */
@NullMarked
package vn.ocopmarket.storefront.signin.web;

import org.jspecify.annotations.NullMarked;
