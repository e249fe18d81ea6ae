/** From a cart to a confirmed order: prepare, pay, finalize; every step can be repeated and resumed by anyone. */
@NullMarked
package vn.ocopmarket.storefront.checkout;

import org.jspecify.annotations.NullMarked;
