/** Products in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.product.mongo;

import org.jspecify.annotations.NullMarked;
