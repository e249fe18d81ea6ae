/** Stamps over HTTP: the check of a number for everybody, batches for the officers of their provinces. */
@NullMarked
package vn.ocopmarket.catalog.stamp.web;

import org.jspecify.annotations.NullMarked;
