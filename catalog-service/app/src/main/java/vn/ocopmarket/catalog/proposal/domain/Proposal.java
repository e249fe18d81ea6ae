package vn.ocopmarket.catalog.proposal.domain;

import java.time.Instant;
import java.util.List;

/**
 * What somebody wants changed of a product.
 *
 * @param number counts the proposals of one product from 1
 * @param revision of the product that it was made from
 * @param base what that revision had
 * @param wanted what there should be instead
 * @param by subject of the token of who wants it
 */
public record Proposal(
        int number, long revision, Content base, Content wanted, String by, Instant at, ProposalState state) {

    /** What is to be read before it is shown. */
    public List<FieldRef> changes() {
        return Comparison.changed(base, wanted).stream()
                .filter(FieldRef::isReviewed)
                .toList();
    }

    Proposal in(ProposalState next) {
        return new Proposal(number, revision, base, wanted, by, at, next);
    }
}
