/** Settlements over HTTP, as pages and as workbooks. */
@NullMarked
package vn.ocopmarket.storefront.settlement.web;

import org.jspecify.annotations.NullMarked;
