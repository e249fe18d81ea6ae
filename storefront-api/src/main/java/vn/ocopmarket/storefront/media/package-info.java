/** Pictures that producers and officers uploaded, handed on from the catalogue to browsers and their caches. */
@NullMarked
package vn.ocopmarket.storefront.media;

import org.jspecify.annotations.NullMarked;
