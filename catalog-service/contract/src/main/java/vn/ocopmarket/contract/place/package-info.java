/** Provinces and communes as codes of the division in force. */
@NullMarked
package vn.ocopmarket.contract.place;

import org.jspecify.annotations.NullMarked;
