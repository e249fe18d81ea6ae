/** Work that was tried too often and waits for a person: what, why, since when; it is tried again or dropped. */
@NullMarked
package vn.ocopmarket.storefront.parked;

import org.jspecify.annotations.NullMarked;
