/** Whole Vietnamese dong. */
@NullMarked
package vn.ocopmarket.contract.money;

import org.jspecify.annotations.NullMarked;
