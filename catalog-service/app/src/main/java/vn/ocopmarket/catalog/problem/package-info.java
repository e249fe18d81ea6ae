/** How a use over HTTP is refused: one kind of fault that every feature can raise, rendered as RFC 9457. */
@NullMarked
package vn.ocopmarket.catalog.problem;

import org.jspecify.annotations.NullMarked;
