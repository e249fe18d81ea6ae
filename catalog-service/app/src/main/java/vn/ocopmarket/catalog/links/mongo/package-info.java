/** Keeps links and their last answers in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.links.mongo;

import org.jspecify.annotations.NullMarked;
