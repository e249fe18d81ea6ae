/** Hands mail to a server over SMTP. */
@NullMarked
package vn.ocopmarket.storefront.notification.smtp;

import org.jspecify.annotations.NullMarked;
