/** The words with which people find what they look at, counted without anybody's name. */
@NullMarked
package vn.ocopmarket.storefront.suggest;

import org.jspecify.annotations.NullMarked;
