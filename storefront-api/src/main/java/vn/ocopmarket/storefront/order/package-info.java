/** Orders after they are placed: their three states, their timeline, and the signed link a guest follows them by. */
@NullMarked
package vn.ocopmarket.storefront.order;

import org.jspecify.annotations.NullMarked;
