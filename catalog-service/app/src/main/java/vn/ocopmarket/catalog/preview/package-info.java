/** Imports that are looked through before they are written: what they would change, and writing exactly that. */
@NullMarked
package vn.ocopmarket.catalog.preview;

import org.jspecify.annotations.NullMarked;
