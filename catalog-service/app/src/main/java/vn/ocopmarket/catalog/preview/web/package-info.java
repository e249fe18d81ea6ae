/** What imports would change, over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.preview.web;

import org.jspecify.annotations.NullMarked;
