/** What was done to a record, by whom, when and why: kept with the record, the older part beside it. */
@NullMarked
package vn.ocopmarket.catalog.history;

import org.jspecify.annotations.NullMarked;
