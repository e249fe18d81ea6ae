/** What needs somebody's eye: goods that run out, goods whose date comes near, shelves nobody has looked at for long. */
@NullMarked
package vn.ocopmarket.storefront.stockwatch;

import org.jspecify.annotations.NullMarked;
