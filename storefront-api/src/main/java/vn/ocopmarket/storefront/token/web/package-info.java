/** Endpoints for tokens and keys. */
@NullMarked
package vn.ocopmarket.storefront.token.web;

import org.jspecify.annotations.NullMarked;
