/** Pages of stamps. */
@NullMarked
package vn.ocopmarket.storefront.stampdesk.web;

import org.jspecify.annotations.NullMarked;
