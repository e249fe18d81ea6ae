/** Templates off the event loop, the layout's data, languages, security headers, problems as JSON or as a page. */
@NullMarked
package vn.ocopmarket.storefront.pages.web;

import org.jspecify.annotations.NullMarked;
