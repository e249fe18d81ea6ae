/** Stripe's own OpenAPI description, and what it says about requests, answers and events. */
@NullMarked
package vn.ocopmarket.stripedescription;

import org.jspecify.annotations.NullMarked;
