/** Reading, turning, shrinking and writing of pictures with Java's image library. */
@NullMarked
package vn.ocopmarket.catalog.media.imaging;

import org.jspecify.annotations.NullMarked;
