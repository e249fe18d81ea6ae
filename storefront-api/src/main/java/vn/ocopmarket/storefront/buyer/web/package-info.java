/** Pages on which buyers sign in and find what is theirs. */
@NullMarked
package vn.ocopmarket.storefront.buyer.web;

import org.jspecify.annotations.NullMarked;
