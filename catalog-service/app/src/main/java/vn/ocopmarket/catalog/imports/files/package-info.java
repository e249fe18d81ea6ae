/** Reads XLSX, CSV and JSON row by row, and writes the template. */
@NullMarked
package vn.ocopmarket.catalog.imports.files;

import org.jspecify.annotations.NullMarked;
