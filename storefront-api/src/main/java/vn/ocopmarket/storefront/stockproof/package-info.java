/** The proof that stock is what the ledger and the orders say, at night and whenever somebody asks; it mends what is safe. */
@NullMarked
package vn.ocopmarket.storefront.stockproof;

import org.jspecify.annotations.NullMarked;
