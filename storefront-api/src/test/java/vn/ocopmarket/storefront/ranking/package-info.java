@NullMarked
package vn.ocopmarket.storefront.ranking;

import org.jspecify.annotations.NullMarked;
