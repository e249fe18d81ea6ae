/** Pictures and their sizes as documents, originals in GridFS. */
@NullMarked
package vn.ocopmarket.catalog.media.mongo;

import org.jspecify.annotations.NullMarked;
