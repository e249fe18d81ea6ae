/** Groups of words that say the same, and what may be one. */
@NullMarked
package vn.ocopmarket.storefront.wording.domain;

import org.jspecify.annotations.NullMarked;
