/** Asks the search what nobody means well asks, and looks whether it minds. */
@NullMarked
package vn.ocopmarket.bench.hostile;

import org.jspecify.annotations.NullMarked;
