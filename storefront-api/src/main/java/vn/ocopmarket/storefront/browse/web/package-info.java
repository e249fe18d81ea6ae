/** Search, suggestions and products over HTTP: the API and the pages of the shop window. */
@NullMarked
package vn.ocopmarket.storefront.browse.web;

import org.jspecify.annotations.NullMarked;
