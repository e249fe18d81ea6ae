/** The figures of the programme, always of this moment. */
@NullMarked
package vn.ocopmarket.catalog.indicators;

import org.jspecify.annotations.NullMarked;
