/** Money back for orders or parts of them, decided by staff: which goods, how much, and that it is given once. */
@NullMarked
package vn.ocopmarket.storefront.refund;

import org.jspecify.annotations.NullMarked;
