/** Products over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.product.web;

import org.jspecify.annotations.NullMarked;
