/** Messages to phones. */
@NullMarked
package vn.ocopmarket.storefront.notification.phone;

import org.jspecify.annotations.NullMarked;
