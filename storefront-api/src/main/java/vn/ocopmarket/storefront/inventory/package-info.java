/** Stock by location, SKU and lot: holds, allocations, movements and the ledger that proves them. */
@NullMarked
package vn.ocopmarket.storefront.inventory;

import org.jspecify.annotations.NullMarked;
