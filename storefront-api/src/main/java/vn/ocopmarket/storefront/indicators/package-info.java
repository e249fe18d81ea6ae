/** The figures of the programme, for everybody: a page with charts, a workbook and data. */
@NullMarked
package vn.ocopmarket.storefront.indicators;

import org.jspecify.annotations.NullMarked;
