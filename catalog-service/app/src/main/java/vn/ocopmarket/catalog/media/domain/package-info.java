/** What a file is, by its bytes, and how large a picture may be. */
@NullMarked
package vn.ocopmarket.catalog.media.domain;

import org.jspecify.annotations.NullMarked;
