package vn.ocopmarket.catalog.product;

import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** What became of one line of a list. */
public sealed interface ListingOutcome {

    /** The catalogue says so now; it may have said so before. */
    record Accepted(String productId) implements ListingOutcome {}

    /** The line contradicts the catalogue. */
    record Refused(FieldError error) implements ListingOutcome {}
}
