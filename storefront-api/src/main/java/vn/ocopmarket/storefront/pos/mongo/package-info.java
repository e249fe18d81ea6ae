/** Sales at the counter and receipt numbers in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.pos.mongo;

import org.jspecify.annotations.NullMarked;
