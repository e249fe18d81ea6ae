/** Pages to invite staff and to choose a password. */
@NullMarked
package vn.ocopmarket.storefront.enrolment.web;

import org.jspecify.annotations.NullMarked;
