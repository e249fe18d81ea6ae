package vn.ocopmarket.catalog.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.product.WritingProducts;
import vn.ocopmarket.catalog.proposal.domain.Comparison;
import vn.ocopmarket.catalog.proposal.domain.Content;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals;
import vn.ocopmarket.catalog.proposal.domain.Proposal;
import vn.ocopmarket.catalog.proposal.domain.ProposalState;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Approved;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Published;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Submitted;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * Carries out what was approved. The product's history tells, in the same write as the change, that a proposal was published:
 * whoever comes after a crash finds there whether it still has to be done.
 */
public final class PublishingProposals {

    static final String DEED = "CHANGE_APPROVED";
    private static final int TRIES = 8;

    private final Proposals proposals;
    private final Products products;
    private final WritingProducts writing;
    private final Clock clock;

    PublishingProposals(Proposals proposals, Products products, WritingProducts writing, Clock clock) {
        this.proposals = proposals;
        this.products = products;
        this.writing = writing;
        this.clock = clock;
    }

    /** Goes on with everything that was approved and is not published; one that cannot be holds up no other. */
    public Mono<Void> carryOn() {
        return proposals
                .unpublished()
                .concatMapDelayError(book -> Mono.justOrEmpty(book.open()).flatMap(open -> publish(book, open)))
                .then();
    }

    /** Never empty. Safe to repeat, by anybody, at any time; a proposal that is not approved is left as it is. */
    Mono<Decision> publish(ProductProposals book, Proposal proposal) {
        return publish(book, proposal, TRIES);
    }

    private Mono<Decision> publish(ProductProposals book, Proposal proposal, int tries) {
        if (!(proposal.state() instanceof Approved approved)) {
            return Mono.just(new Decision.Decided(book, proposal));
        }
        if (tries == 0) {
            return Mono.error(new IllegalStateException("Others keep changing the same product: " + book.productId()));
        }
        return products.find(book.productId())
                .flatMap(product -> published(product, book.key(proposal))
                        .map(revision -> close(book, proposal, approved, revision))
                        .orElseGet(() -> apply(product, book, proposal, approved))
                        .switchIfEmpty(Mono.defer(() -> again(book, proposal, tries))))
                .switchIfEmpty(Mono.defer(() -> reopen(book, proposal, new Decision.Unknown())))
                .defaultIfEmpty(new Decision.Unknown());
    }

    /** The revision that published it, when one did. */
    private static Optional<Long> published(CatalogProduct product, ProductProposals.Key key) {
        return product.history().stream()
                .filter(deed -> deed.what().equals(DEED) && deed.of().equals(key.toString()))
                .map(Deed::number)
                .findFirst();
    }

    /** Empty when somebody else was first. */
    private Mono<Decision> apply(CatalogProduct product, ProductProposals book, Proposal proposal, Approved approved) {
        var record = product.record();
        var current = Content.of(record);
        var collisions = Comparison.collisions(proposal.base(), proposal.wanted(), current);
        if (!collisions.isEmpty()) {
            return reopen(book, proposal, new Decision.Collides(collisions));
        }
        var merged = Comparison.merged(proposal.base(), proposal.wanted(), current);
        var deed = new Deed(now(), approved.by(), DEED, book.key(proposal).toString(), "");
        var next = product.changedTo(
                merged.on(record, product.certificatesBeside(merged.variants())), product.certifiedGroup(), deed);
        if (next == product) {
            return close(book, proposal, approved, record.revision());
        }
        return writing.write(next).flatMap(outcome -> switch (outcome) {
            case Outcome.Done<ProductRecord>(var written) -> close(book, proposal, approved, written.revision());
            case Outcome.Taken<ProductRecord>(var field, var value) ->
                reopen(book, proposal, new Decision.Taken(field, value));
            case Outcome.Stale<ProductRecord> _,
                    Outcome.Unknown<ProductRecord> _,
                    Outcome.Forbidden<ProductRecord> _,
                    Outcome.Invalid<ProductRecord> _ -> Mono.empty();
        });
    }

    /** Empty when somebody else was first. */
    private Mono<Decision> close(ProductProposals book, Proposal proposal, Approved approved, long revision) {
        return move(book, proposal, new Published(approved.by(), approved.at(), revision));
    }

    private Mono<Decision> reopen(ProductProposals book, Proposal proposal, Decision why) {
        return move(book, proposal, new Submitted()).map(_ -> why);
    }

    private Mono<Decision> move(ProductProposals book, Proposal proposal, ProposalState next) {
        var moved = book.move(proposal, next);
        return moved == null
                ? Mono.empty()
                : proposals
                        .write(moved)
                        .filter(written -> written)
                        .map(_ -> new Decision.Decided(
                                moved, moved.numbered(proposal.number()).orElseThrow()));
    }

    private Mono<Decision> again(ProductProposals book, Proposal proposal, int tries) {
        return proposals
                .about(book.productId())
                .flatMap(fresh -> Mono.justOrEmpty(fresh.numbered(proposal.number()))
                        .flatMap(latest -> publish(fresh, latest, tries - 1)))
                .defaultIfEmpty(new Decision.Unknown());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
