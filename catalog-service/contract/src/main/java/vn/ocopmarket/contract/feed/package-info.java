/** The numbered change feed and what the feeds carry. */
@NullMarked
package vn.ocopmarket.contract.feed;

import org.jspecify.annotations.NullMarked;
