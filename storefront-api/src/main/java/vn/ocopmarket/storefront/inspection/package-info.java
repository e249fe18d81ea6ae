/** The desk of inspectors: findings, deadlines, suspensions. */
@NullMarked
package vn.ocopmarket.storefront.inspection;

import org.jspecify.annotations.NullMarked;
