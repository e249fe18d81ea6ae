/** Parked work for whoever looks after the market: as an API and as a page. */
@NullMarked
package vn.ocopmarket.storefront.parkeddesk.web;

import org.jspecify.annotations.NullMarked;
