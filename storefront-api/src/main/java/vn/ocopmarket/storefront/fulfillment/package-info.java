/** From a confirmed order to the hands of the buyer: the desk of orders, parcels and their carriers, and collecting by code. */
@NullMarked
package vn.ocopmarket.storefront.fulfillment;

import org.jspecify.annotations.NullMarked;
