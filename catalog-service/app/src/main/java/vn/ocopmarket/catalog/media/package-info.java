/** Pictures: taken in as uploaded, kept once by content, and given out in the sizes that pages need. */
@NullMarked
package vn.ocopmarket.catalog.media;

import org.jspecify.annotations.NullMarked;
