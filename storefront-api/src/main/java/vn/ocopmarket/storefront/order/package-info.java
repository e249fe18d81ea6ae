/** What an order is: its goods, its parcels, its three states with the moves they allow, its timeline, and where it is kept. */
@NullMarked
package vn.ocopmarket.storefront.order;

import org.jspecify.annotations.NullMarked;
