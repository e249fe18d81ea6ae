/** What a lot is and what may happen to it. */
@NullMarked
package vn.ocopmarket.catalog.trace.domain;

import org.jspecify.annotations.NullMarked;
