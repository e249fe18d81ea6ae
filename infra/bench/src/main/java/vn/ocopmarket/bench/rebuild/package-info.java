/** An index that is made anew while people search, by indexers that are killed. */
@NullMarked
package vn.ocopmarket.bench.rebuild;

import org.jspecify.annotations.NullMarked;
