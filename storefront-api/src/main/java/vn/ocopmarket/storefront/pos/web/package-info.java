/** The pages of the counter. */
@NullMarked
package vn.ocopmarket.storefront.pos.web;

import org.jspecify.annotations.NullMarked;
