@NullMarked
package vn.ocopmarket.storefront.promotion;

import org.jspecify.annotations.NullMarked;
