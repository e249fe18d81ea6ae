/** Pages of the imports' desk. */
@NullMarked
package vn.ocopmarket.storefront.importdesk.web;

import org.jspecify.annotations.NullMarked;
