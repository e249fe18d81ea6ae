/** How the programme does, in figures. */
@NullMarked
package vn.ocopmarket.contract.indicators;

import org.jspecify.annotations.NullMarked;
