/** Whether somebody is old enough for drinks with alcohol: asked before they are shown, sold or put into a cart. */
@NullMarked
package vn.ocopmarket.storefront.age;

import org.jspecify.annotations.NullMarked;
