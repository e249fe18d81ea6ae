/** The desk at which officers bring lists in: look first, apply, take back. */
@NullMarked
package vn.ocopmarket.storefront.importdesk;

import org.jspecify.annotations.NullMarked;
