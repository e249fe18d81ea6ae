/** Journeys of buyers, staff and programs through a whole market. */
@NullMarked
package vn.ocopmarket.journeys;

import org.jspecify.annotations.NullMarked;
