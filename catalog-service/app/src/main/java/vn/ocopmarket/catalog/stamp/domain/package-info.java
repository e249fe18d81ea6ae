/** Provincial stamps: how their numbers are written, who was given which, and what became of them. */
@NullMarked
package vn.ocopmarket.catalog.stamp.domain;

import org.jspecify.annotations.NullMarked;
