/** The frame of all desks: which rooms a person may enter, and catalog-service asked on that person's behalf. */
@NullMarked
package vn.ocopmarket.storefront.desk;

import org.jspecify.annotations.NullMarked;
