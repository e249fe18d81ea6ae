/** Payments and reports of reconciliation in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.payment.mongo;

import org.jspecify.annotations.NullMarked;
