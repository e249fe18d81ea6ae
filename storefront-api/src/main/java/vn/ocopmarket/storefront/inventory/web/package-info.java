/** Stock over HTTP: for staff, and the availability feed for other services. */
@NullMarked
package vn.ocopmarket.storefront.inventory.web;

import org.jspecify.annotations.NullMarked;
