/** What is on record of recalls, on a real store. */
@NullMarked
package vn.ocopmarket.storefront.recall.mongo;

import org.jspecify.annotations.NullMarked;
