/** Pages, API and printed papers of parcels. */
@NullMarked
package vn.ocopmarket.storefront.fulfillment.web;

import org.jspecify.annotations.NullMarked;
