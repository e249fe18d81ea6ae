@NullMarked
package vn.ocopmarket.storefront.wording;

import org.jspecify.annotations.NullMarked;
