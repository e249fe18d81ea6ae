/** What the desks of stock share, and their rooms: shelves, lists, corrections and returns. */
@NullMarked
package vn.ocopmarket.storefront.stockdesk;

import org.jspecify.annotations.NullMarked;
