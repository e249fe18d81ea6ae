/** Mail to people: written down first, sent after, and again until it is taken. */
@NullMarked
package vn.ocopmarket.storefront.notification;

import org.jspecify.annotations.NullMarked;
