/** Speaks Stripe's HTTP API on loopback, with faults on demand. */
@NullMarked
package vn.ocopmarket.stripesimulator;

import org.jspecify.annotations.NullMarked;
