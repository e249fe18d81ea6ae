/** What the card provider calls. */
@NullMarked
package vn.ocopmarket.storefront.cardevent.web;

import org.jspecify.annotations.NullMarked;
