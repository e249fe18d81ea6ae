/** Events in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.epcis.mongo;

import org.jspecify.annotations.NullMarked;
