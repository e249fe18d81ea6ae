/** The published language of the market, for all services. Nothing but the JDK and JSpecify; at most 40 types. */
@NullMarked
package vn.ocopmarket.contract;

import org.jspecify.annotations.NullMarked;
