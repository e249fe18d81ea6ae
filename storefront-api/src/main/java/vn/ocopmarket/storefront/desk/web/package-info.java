/** The door for staff, and what every desk page shows. */
@NullMarked
package vn.ocopmarket.storefront.desk.web;

import org.jspecify.annotations.NullMarked;
