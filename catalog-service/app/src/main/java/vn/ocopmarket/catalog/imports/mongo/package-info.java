/** Imports, their files and their errors in MongoDB. */
@NullMarked
package vn.ocopmarket.catalog.imports.mongo;

import org.jspecify.annotations.NullMarked;
