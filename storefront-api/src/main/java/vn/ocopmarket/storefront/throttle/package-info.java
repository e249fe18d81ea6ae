/** Slows down guessing, and tells by which address attempts are counted. */
@NullMarked
package vn.ocopmarket.storefront.throttle;

import org.jspecify.annotations.NullMarked;
