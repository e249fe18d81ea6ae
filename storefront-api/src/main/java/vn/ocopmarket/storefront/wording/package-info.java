/** What officers add to the words that search understands, and take away from them, seen before it counts. */
@NullMarked
package vn.ocopmarket.storefront.wording;

import org.jspecify.annotations.NullMarked;
