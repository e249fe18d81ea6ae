/** Tells the last answers over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.links.web;

import org.jspecify.annotations.NullMarked;
