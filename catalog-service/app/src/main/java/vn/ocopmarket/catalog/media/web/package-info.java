/** Upload, description and delivery of pictures. */
@NullMarked
package vn.ocopmarket.catalog.media.web;

import org.jspecify.annotations.NullMarked;
