/** Fairs from the plan to the printed catalogue: what is shown there holds its stars on every day. */
@NullMarked
package vn.ocopmarket.storefront.fair;

import org.jspecify.annotations.NullMarked;
