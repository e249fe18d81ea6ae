/** What buyers can find: search, suggestions and products. */
@NullMarked
package vn.ocopmarket.storefront.browse;

import org.jspecify.annotations.NullMarked;
