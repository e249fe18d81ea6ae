/** Page, charts and workbook of the figures. */
@NullMarked
package vn.ocopmarket.storefront.indicators.web;

import org.jspecify.annotations.NullMarked;
