/** Buyers and clerks at the same moment, and a market killed between every two steps: what must never go wrong, tried on a real one. */
@NullMarked
package vn.ocopmarket.bench.races;

import org.jspecify.annotations.NullMarked;
