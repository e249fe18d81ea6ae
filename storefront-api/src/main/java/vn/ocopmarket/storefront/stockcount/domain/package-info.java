/** What a count found, and what has to be counted again. */
@NullMarked
package vn.ocopmarket.storefront.stockcount.domain;

import org.jspecify.annotations.NullMarked;
