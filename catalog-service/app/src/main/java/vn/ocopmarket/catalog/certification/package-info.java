/** Criteria versions and product groups: rules as data, each with the days on which it holds. */
@NullMarked
package vn.ocopmarket.catalog.certification;

import org.jspecify.annotations.NullMarked;
