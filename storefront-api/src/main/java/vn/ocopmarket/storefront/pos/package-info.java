/** The counter: selling by scan for cash, receiving deliveries, the day's takings. */
@NullMarked
package vn.ocopmarket.storefront.pos;

import org.jspecify.annotations.NullMarked;
