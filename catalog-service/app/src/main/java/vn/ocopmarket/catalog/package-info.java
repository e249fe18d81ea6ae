/** The system of record: producers, products, certificates, places and the feed of what changed. */
@NullMarked
package vn.ocopmarket.catalog;

import org.jspecify.annotations.NullMarked;
