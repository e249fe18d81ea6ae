/** The table of who may call what, put into force, and the door to the rooms of staff. */
@NullMarked
package vn.ocopmarket.storefront.account.web;

import org.jspecify.annotations.NullMarked;
