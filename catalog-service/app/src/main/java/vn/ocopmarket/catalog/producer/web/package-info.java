/** Producers over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.producer.web;

import org.jspecify.annotations.NullMarked;
