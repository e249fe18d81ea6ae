/** BSON between bytes and the library's documents. */
@NullMarked
package vn.ocopmarket.embeddedmongo.bson;

import org.jspecify.annotations.NullMarked;
