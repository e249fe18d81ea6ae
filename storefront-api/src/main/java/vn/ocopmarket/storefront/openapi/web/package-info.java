/** Hands out the description of this service's HTTP interface. */
@NullMarked
package vn.ocopmarket.storefront.openapi.web;

import org.jspecify.annotations.NullMarked;
