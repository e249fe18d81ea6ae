package vn.ocopmarket.catalog.proposal.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.proposal.Differences;
import vn.ocopmarket.catalog.proposal.EditingProducts.Submission;
import vn.ocopmarket.catalog.proposal.FieldDifference;
import vn.ocopmarket.catalog.proposal.domain.Comparison;
import vn.ocopmarket.catalog.proposal.domain.Content;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals.About;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Approved;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Kind;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Published;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Returned;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Submitted;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Superseded;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Withdrawn;

/**
 * A proposal as clients see it.
 *
 * @param revision of the product that it was made from
 * @param answer what became of it, or null while it waits
 * @param wanted all that there would be were it published now; lists of several products leave it out
 */
record ProposalView(
        String id,
        String productId,
        About product,
        long revision,
        String by,
        Instant at,
        Kind state,
        @Nullable Answer answer,
        List<FieldDifference> differences,
        @Nullable Content wanted) {

    /**
     * What became of a proposal.
     *
     * @param by subject of the token of who answered, or null when a newer proposal did
     * @param reason why it was given back, or null
     * @param revision that published it, or null
     * @param newer the proposal that took its place, or null
     */
    record Answer(
            @Nullable String by,
            Instant at,
            @Nullable String reason,
            @Nullable Long revision,
            @Nullable String newer) {}

    static ProposalView of(Submission submission) {
        return of(submission, null);
    }

    /** @param current what there is now */
    static ProposalView beside(Submission submission, Content current) {
        var proposal = submission.proposal();
        return of(submission, Comparison.merged(proposal.base(), proposal.wanted(), current));
    }

    private static ProposalView of(Submission submission, @Nullable Content wanted) {
        var book = submission.proposals();
        var proposal = submission.proposal();
        var answer = switch (proposal.state()) {
            case Submitted _ -> null;
            case Approved(var by, var at) -> new Answer(by, at, null, null, null);
            case Published(var by, var at, var revision) -> new Answer(by, at, null, revision, null);
            case Returned(var by, var at, var reason) -> new Answer(by, at, reason, null, null);
            case Withdrawn(var by, var at) -> new Answer(by, at, null, null, null);
            case Superseded(var at, var number) -> new Answer(null, at, null, null, book.productId() + '-' + number);
        };
        return new ProposalView(
                book.key(proposal).toString(),
                book.productId(),
                book.about(),
                proposal.revision(),
                proposal.by(),
                proposal.at(),
                proposal.state().kind(),
                answer,
                Differences.of(proposal),
                wanted);
    }
}
