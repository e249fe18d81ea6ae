/** Tells the figures over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.indicators.web;

import org.jspecify.annotations.NullMarked;
