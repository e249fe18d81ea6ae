/** Producers in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.producer.mongo;

import org.jspecify.annotations.NullMarked;
