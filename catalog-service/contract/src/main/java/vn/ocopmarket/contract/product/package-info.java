/** The published product: who makes it, its certificates, its variants, and whether it may be sold. */
@NullMarked
package vn.ocopmarket.contract.product;

import org.jspecify.annotations.NullMarked;
