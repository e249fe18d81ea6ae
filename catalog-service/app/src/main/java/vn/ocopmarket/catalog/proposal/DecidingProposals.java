package vn.ocopmarket.catalog.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.proposal.domain.Comparison;
import vn.ocopmarket.catalog.proposal.domain.Content;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals.About;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals.Key;
import vn.ocopmarket.catalog.proposal.domain.Proposal;
import vn.ocopmarket.catalog.proposal.domain.ProposalState;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Approved;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Published;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Returned;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Submitted;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Withdrawn;

/** An officer approves a proposal or gives it back; its producer takes it back. */
public final class DecidingProposals {

    private static final int TRIES = 8;

    private final Proposals proposals;
    private final Products products;
    private final PublishingProposals publishing;
    private final Clock clock;

    DecidingProposals(Proposals proposals, Products products, PublishingProposals publishing, Clock clock) {
        this.proposals = proposals;
        this.products = products;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** Never empty. Approving what is published already changes nothing. */
    public Mono<Decision> approve(Key key, Caller caller) {
        return decide(
                key,
                about -> caller.keepsProvince(about.provinceCode()),
                TRIES,
                (book, proposal) -> switch (proposal.state()) {
                    case Submitted _ -> approve(book, proposal, caller);
                    case Approved _, Published _ -> publishing.publish(book, proposal);
                    case Returned _, Withdrawn _, ProposalState.Superseded _ -> notNow(proposal);
                });
    }

    /** Empty when somebody else was first; unknown when the product is gone, or in another province by now. */
    private Mono<Decision> approve(ProductProposals book, Proposal proposal, Caller caller) {
        return products.find(book.productId()).singleOptional().flatMap(found -> {
            var product = found.map(CatalogProduct::record).orElse(null);
            if (product == null || !caller.keepsProvince(product.place().provinceCode())) {
                return Mono.just(new Decision.Unknown());
            }
            var collisions = Comparison.collisions(proposal.base(), proposal.wanted(), Content.of(product));
            return collisions.isEmpty()
                    ? move(book, proposal, new Approved(caller.subject(), now()))
                            .flatMap(decision -> decision instanceof Decision.Decided(var approved, var open)
                                    ? publishing.publish(approved, open)
                                    : Mono.just(decision))
                    : Mono.just(new Decision.Collides(collisions));
        });
    }

    /**
     * Never empty. Giving back for the same reason again changes nothing.
     *
     * @param reason for its producer to read
     */
    public Mono<Decision> giveBack(Key key, String reason, Caller caller) {
        return decide(
                key,
                about -> caller.keepsProvince(about.provinceCode()),
                TRIES,
                (book, proposal) -> proposal.state() instanceof Returned given
                                && given.reason().equals(reason)
                        ? Mono.just(new Decision.Decided(book, proposal))
                        : move(book, proposal, new Returned(caller.subject(), now(), reason)));
    }

    /** Never empty. Taking back again changes nothing. */
    public Mono<Decision> withdraw(Key key, Caller caller) {
        return decide(
                key,
                about -> caller.keepsProducer(about.producerId(), about.provinceCode()),
                TRIES,
                (book, proposal) -> proposal.state() instanceof Withdrawn
                        ? Mono.just(new Decision.Decided(book, proposal))
                        : move(book, proposal, new Withdrawn(caller.subject(), now())));
    }

    private interface Rights {
        boolean allow(About about);
    }

    private Mono<Decision> decide(
            Key key, Rights rights, int tries, BiFunction<ProductProposals, Proposal, Mono<Decision>> how) {
        if (tries == 0) {
            return Mono.error(new IllegalStateException("Others keep deciding on the same proposal: " + key));
        }
        return proposals
                .about(key.productId())
                .filter(book -> rights.allow(book.about()))
                .flatMap(book -> Mono.justOrEmpty(book.numbered(key.number()))
                        .flatMap(proposal -> how.apply(book, proposal)
                                .switchIfEmpty(Mono.defer(() -> decide(key, rights, tries - 1, how)))))
                .defaultIfEmpty(new Decision.Unknown());
    }

    /** Empty when somebody else was first. */
    private Mono<Decision> move(ProductProposals book, Proposal proposal, ProposalState next) {
        var moved = book.move(proposal, next);
        return moved == null
                ? notNow(proposal)
                : proposals
                        .write(moved)
                        .filter(written -> written)
                        .map(_ -> new Decision.Decided(
                                moved, moved.numbered(proposal.number()).orElseThrow()));
    }

    private static Mono<Decision> notNow(Proposal proposal) {
        return Mono.just(new Decision.NotNow(proposal.state().kind()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
