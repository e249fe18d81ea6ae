/** How cells of real officers' files are read. */
@NullMarked
package vn.ocopmarket.catalog.imports.domain;

import org.jspecify.annotations.NullMarked;
