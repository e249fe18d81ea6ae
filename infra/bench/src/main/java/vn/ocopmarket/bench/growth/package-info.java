/** What checkouts and orders cost when there are very many already. */
@NullMarked
package vn.ocopmarket.bench.growth;

import org.jspecify.annotations.NullMarked;
