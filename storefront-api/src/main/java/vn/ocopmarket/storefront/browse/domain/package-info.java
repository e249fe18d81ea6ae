/** What the words that people type mean. */
@NullMarked
package vn.ocopmarket.storefront.browse.domain;

import org.jspecify.annotations.NullMarked;
