/** The feed over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.feed.web;

import org.jspecify.annotations.NullMarked;
