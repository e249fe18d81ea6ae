/** Codes from a telephone beside the password: setting them up, checking them, doing without them when the telephone is gone. */
@NullMarked
package vn.ocopmarket.storefront.secondfactor;

import org.jspecify.annotations.NullMarked;
