/** Turns problems and bad requests into {@code application/problem+json}, in the reader's language. */
@NullMarked
package vn.ocopmarket.catalog.problem.web;

import org.jspecify.annotations.NullMarked;
