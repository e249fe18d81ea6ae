/** Signed decisions in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.certificate.mongo;

import org.jspecify.annotations.NullMarked;
