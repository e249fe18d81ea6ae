/** Which words may be counted, and which may be shown to others. */
@NullMarked
package vn.ocopmarket.storefront.suggest.domain;

import org.jspecify.annotations.NullMarked;
