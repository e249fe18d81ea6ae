/** Places near a buyer over HTTP: the API and the page. */
@NullMarked
package vn.ocopmarket.storefront.nearby.web;

import org.jspecify.annotations.NullMarked;
