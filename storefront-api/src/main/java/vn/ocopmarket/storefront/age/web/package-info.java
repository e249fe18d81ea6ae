/** The page that asks for a date of birth. */
@NullMarked
package vn.ocopmarket.storefront.age.web;

import org.jspecify.annotations.NullMarked;
