/** Tests of the outbox. */
@NullMarked
package vn.ocopmarket.outbox;

import org.jspecify.annotations.NullMarked;
