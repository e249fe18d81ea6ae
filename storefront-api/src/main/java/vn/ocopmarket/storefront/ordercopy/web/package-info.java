/** Copies of orders over HTTP. */
@NullMarked
package vn.ocopmarket.storefront.ordercopy.web;

import org.jspecify.annotations.NullMarked;
