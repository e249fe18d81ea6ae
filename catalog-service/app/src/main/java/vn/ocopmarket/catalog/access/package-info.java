/** Who is calling, and what that allows. */
@NullMarked
package vn.ocopmarket.catalog.access;

import org.jspecify.annotations.NullMarked;
