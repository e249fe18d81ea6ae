/** Stock in MongoDB: every invariant by one conditional update of one level. */
@NullMarked
package vn.ocopmarket.storefront.inventory.mongo;

import org.jspecify.annotations.NullMarked;
