/** Orders over HTTP: for the guest with the link, and for staff. */
@NullMarked
package vn.ocopmarket.storefront.orderview.web;

import org.jspecify.annotations.NullMarked;
