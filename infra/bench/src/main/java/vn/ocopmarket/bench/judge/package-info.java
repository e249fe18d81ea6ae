/** The judged set of queries over the real products of the sample market, and what a market's search makes of it. */
@NullMarked
package vn.ocopmarket.bench.judge;

import org.jspecify.annotations.NullMarked;
