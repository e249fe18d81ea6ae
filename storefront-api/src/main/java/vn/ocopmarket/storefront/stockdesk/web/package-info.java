/** The pages of shelves: what lies where, what is corrected, taken back and set aside. */
@NullMarked
package vn.ocopmarket.storefront.stockdesk.web;

import org.jspecify.annotations.NullMarked;
