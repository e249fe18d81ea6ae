/** Lots of products, their recalls, and what a code on a pack leads to. */
@NullMarked
package vn.ocopmarket.catalog.trace;

import org.jspecify.annotations.NullMarked;
