/** Sign-in page, token and key endpoints, and the table of who may call what. */
@NullMarked
package vn.ocopmarket.storefront.account.web;

import org.jspecify.annotations.NullMarked;
