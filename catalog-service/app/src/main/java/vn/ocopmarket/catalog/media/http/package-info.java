/** Keeps originals in storage that speaks S3. */
@NullMarked
package vn.ocopmarket.catalog.media.http;

import org.jspecify.annotations.NullMarked;
