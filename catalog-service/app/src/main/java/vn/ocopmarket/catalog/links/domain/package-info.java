/** What follows from an answer, and when to ask again. */
@NullMarked
package vn.ocopmarket.catalog.links.domain;

import org.jspecify.annotations.NullMarked;
