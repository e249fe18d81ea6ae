/** Where a place is, when it is open, and how far away that is. */
@NullMarked
package vn.ocopmarket.storefront.visit;

import org.jspecify.annotations.NullMarked;
