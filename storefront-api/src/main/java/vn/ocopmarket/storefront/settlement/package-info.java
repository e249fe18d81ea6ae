/** What producers are owed for what was sold, month by month. */
@NullMarked
package vn.ocopmarket.storefront.settlement;

import org.jspecify.annotations.NullMarked;
