/** The inbox of events in MongoDB. */
@NullMarked
package vn.ocopmarket.storefront.cardevent.mongo;

import org.jspecify.annotations.NullMarked;
