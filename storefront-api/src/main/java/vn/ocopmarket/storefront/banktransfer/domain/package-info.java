/** What is in a VietQR code, in the text of a transfer, and in a notice of the bank. */
@NullMarked
package vn.ocopmarket.storefront.banktransfer.domain;

import org.jspecify.annotations.NullMarked;
