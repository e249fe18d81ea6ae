/** Takes in a province's list: a file or a JSON body, row by row, each row for itself. */
@NullMarked
package vn.ocopmarket.catalog.imports;

import org.jspecify.annotations.NullMarked;
