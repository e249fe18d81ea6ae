/** When goods are low and when their date is near. */
@NullMarked
package vn.ocopmarket.storefront.stockwatch.domain;

import org.jspecify.annotations.NullMarked;
