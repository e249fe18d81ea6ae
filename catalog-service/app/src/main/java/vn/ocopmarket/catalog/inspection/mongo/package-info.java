/** Findings and their evidence in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.inspection.mongo;

import org.jspecify.annotations.NullMarked;
