/** What a search costs with ten thousand, two hundred thousand and a million products. */
@NullMarked
package vn.ocopmarket.bench.scale;

import org.jspecify.annotations.NullMarked;
