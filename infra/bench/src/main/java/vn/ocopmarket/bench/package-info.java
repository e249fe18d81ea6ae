/** Load, race and fault runs against a whole market, with figures for a table. */
@NullMarked
package vn.ocopmarket.bench;

import org.jspecify.annotations.NullMarked;
