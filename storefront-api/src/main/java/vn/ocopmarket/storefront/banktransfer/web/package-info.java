/** What the bank calls, and what staff do with money that nobody recognised. */
@NullMarked
package vn.ocopmarket.storefront.banktransfer.web;

import org.jspecify.annotations.NullMarked;
