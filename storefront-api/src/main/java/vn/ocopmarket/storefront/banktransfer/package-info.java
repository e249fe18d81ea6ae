/** Bank transfers: the VietQR code that a buyer scans, and the bank's notices of money that came. */
@NullMarked
package vn.ocopmarket.storefront.banktransfer;

import org.jspecify.annotations.NullMarked;
