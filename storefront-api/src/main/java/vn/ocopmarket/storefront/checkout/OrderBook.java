package vn.ocopmarket.storefront.checkout;

import vn.ocopmarket.storefront.order.OrderLinks;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.SettlingOrder;

/** What every step needs to write an order down, to end one, and to lead the buyer to it. */
record OrderBook(Orders orders, SettlingOrder settling, OrderLinks links) {}
