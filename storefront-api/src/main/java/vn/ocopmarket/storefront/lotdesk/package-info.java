/** The desk of lots, for producers and for officers. */
@NullMarked
package vn.ocopmarket.storefront.lotdesk;

import org.jspecify.annotations.NullMarked;
