/** Events kept inside the document that changed, carried by one leased relay into a numbered log without gaps. */
@NullMarked
package vn.ocopmarket.outbox;

import org.jspecify.annotations.NullMarked;
