/** Pages of the desk of lots; what may be done the catalogue decides. */
@NullMarked
package vn.ocopmarket.storefront.lotdesk.web;

import org.jspecify.annotations.NullMarked;
