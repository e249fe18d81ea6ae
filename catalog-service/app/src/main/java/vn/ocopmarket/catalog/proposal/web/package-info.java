/** Editing products and deciding on proposals over HTTP. */
@NullMarked
package vn.ocopmarket.catalog.proposal.web;

import org.jspecify.annotations.NullMarked;
