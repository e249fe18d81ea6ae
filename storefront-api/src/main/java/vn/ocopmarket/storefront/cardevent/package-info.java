/** Events of the card provider: checked, kept before they are acknowledged, and there until somebody applied or dropped them. */
@NullMarked
package vn.ocopmarket.storefront.cardevent;

import org.jspecify.annotations.NullMarked;
