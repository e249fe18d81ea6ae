/** How long it takes from a change that was acknowledged until a search shows it. */
@NullMarked
package vn.ocopmarket.bench.freshness;

import org.jspecify.annotations.NullMarked;
