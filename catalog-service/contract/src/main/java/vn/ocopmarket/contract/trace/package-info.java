/** What is published of lots and of what happened to them. */
@NullMarked
package vn.ocopmarket.contract.trace;

import org.jspecify.annotations.NullMarked;
