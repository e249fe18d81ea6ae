/** Payments, the event inbox and reconciliation reports in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.payment.mongo;

import org.jspecify.annotations.NullMarked;
