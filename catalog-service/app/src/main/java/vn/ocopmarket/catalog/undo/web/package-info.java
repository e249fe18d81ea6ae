/** What undoing left as it is, over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.undo.web;

import org.jspecify.annotations.NullMarked;
