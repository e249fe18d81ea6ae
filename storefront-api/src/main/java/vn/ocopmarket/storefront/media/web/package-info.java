/** Delivery of pictures. */
@NullMarked
package vn.ocopmarket.storefront.media.web;

import org.jspecify.annotations.NullMarked;
