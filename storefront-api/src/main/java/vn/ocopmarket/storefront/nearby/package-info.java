/** Where near a buyer a product can be seen and bought. */
@NullMarked
package vn.ocopmarket.storefront.nearby;

import org.jspecify.annotations.NullMarked;
