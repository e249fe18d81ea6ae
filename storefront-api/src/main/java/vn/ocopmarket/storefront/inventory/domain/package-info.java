/** The rules of stock: what a level may do and which levels a quantity is taken from. */
@NullMarked
package vn.ocopmarket.storefront.inventory.domain;

import org.jspecify.annotations.NullMarked;
