/** What buyers ask for after an order: its states, what may be asked until when, and what came back. */
@NullMarked
package vn.ocopmarket.storefront.returning.domain;

import org.jspecify.annotations.NullMarked;
