@NullMarked
package vn.ocopmarket.storefront.browse;

import org.jspecify.annotations.NullMarked;
