/** Words about goods in stock that several features share. */
@NullMarked
package vn.ocopmarket.contract.stock;

import org.jspecify.annotations.NullMarked;
