/** Weights, zones and tariffs. */
@NullMarked
package vn.ocopmarket.storefront.shipping.domain;

import org.jspecify.annotations.NullMarked;
