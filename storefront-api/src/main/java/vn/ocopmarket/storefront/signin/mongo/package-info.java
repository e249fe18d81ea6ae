/** Sessions of staff in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.signin.mongo;

import org.jspecify.annotations.NullMarked;
