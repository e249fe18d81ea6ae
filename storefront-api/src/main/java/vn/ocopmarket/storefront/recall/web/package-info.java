/** The desk of recalls. */
@NullMarked
package vn.ocopmarket.storefront.recall.web;

import org.jspecify.annotations.NullMarked;
