/** Tests of the hostile queries. */
@NullMarked
package vn.ocopmarket.bench.hostile;

import org.jspecify.annotations.NullMarked;
