/** The pages of producers, and the officers' queue of what they want changed. */
@NullMarked
package vn.ocopmarket.storefront.producerdesk.web;

import org.jspecify.annotations.NullMarked;
