/** The catalogue over HTTP. */
@NullMarked
package vn.ocopmarket.storefront.browse.http;

import org.jspecify.annotations.NullMarked;
