/** Stamps as the catalogue knows them. */
@NullMarked
package vn.ocopmarket.storefront.stampdesk.http;

import org.jspecify.annotations.NullMarked;
