/** Tests of what typed words mean. */
@NullMarked
package vn.ocopmarket.storefront.browse.domain;

import org.jspecify.annotations.NullMarked;
