/** Pictures from catalog-service. */
@NullMarked
package vn.ocopmarket.storefront.media.http;

import org.jspecify.annotations.NullMarked;
