@NullMarked
package vn.ocopmarket.storefront.recall;

import org.jspecify.annotations.NullMarked;
