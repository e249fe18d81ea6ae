/** Taking imports back: each product to what it was, as far as nobody else has changed it since. */
@NullMarked
package vn.ocopmarket.catalog.undo;

import org.jspecify.annotations.NullMarked;
