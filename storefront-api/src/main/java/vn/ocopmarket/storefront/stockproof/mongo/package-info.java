/** The last proof, and whose night it is. */
@NullMarked
package vn.ocopmarket.storefront.stockproof.mongo;

import org.jspecify.annotations.NullMarked;
