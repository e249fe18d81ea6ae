/** How secrets and codes are written, and what people type. */
@NullMarked
package vn.ocopmarket.storefront.secondfactor.domain;

import org.jspecify.annotations.NullMarked;
