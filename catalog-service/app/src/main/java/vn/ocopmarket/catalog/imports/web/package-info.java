/** Imports over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.imports.web;

import org.jspecify.annotations.NullMarked;
