package vn.ocopmarket.catalog.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.product.KeepingProducts;
import vn.ocopmarket.catalog.product.KeepingProducts.WantedEdit;
import vn.ocopmarket.catalog.product.ProductDraft;
import vn.ocopmarket.catalog.product.WritingProducts;
import vn.ocopmarket.catalog.proposal.domain.Comparison;
import vn.ocopmarket.catalog.proposal.domain.Content;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals;
import vn.ocopmarket.catalog.proposal.domain.Proposal;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Approved;
import vn.ocopmarket.contract.product.ProductRecord;

/** Edits a product: what an officer writes is so at once, of what a producer writes the part that nobody needs to read before. */
public final class EditingProducts {

    private static final int TRIES = 8;

    private final KeepingProducts keeping;
    private final WritingProducts writing;
    private final Proposals proposals;
    private final PublishingProposals publishing;
    private final Clock clock;

    EditingProducts(
            KeepingProducts keeping,
            WritingProducts writing,
            Proposals proposals,
            PublishingProposals publishing,
            Clock clock) {
        this.keeping = keeping;
        this.writing = writing;
        this.proposals = proposals;
        this.publishing = publishing;
        this.clock = clock;
    }

    /**
     * What there is after an edit.
     *
     * @param submitted where the part that has to be read first waits, or null when there is none
     */
    public record Edited(ProductRecord product, @Nullable Submission submitted) {}

    /** A proposal among all about its product. */
    public record Submission(ProductProposals proposals, Proposal proposal) {}

    /**
     * Never empty. Prices are written before the rest is put forward: after a failure in between the same edit, made from the
     * product as it is then, does what is missing.
     *
     * @param why is told in the history
     */
    public Mono<Outcome<Edited>> edit(String id, long revision, ProductDraft draft, Caller caller, String why) {
        return keeping.read(id, revision, draft, caller).flatMap(read -> {
            if (!(read instanceof Outcome.Done<WantedEdit>(var wanted))) {
                return Mono.just(Outcome.refused(read));
            }
            var province = wanted.current().record().place().provinceCode();
            return caller.keepsProvince(province)
                    ? publish(wanted, wanted.next(), new Deed(now(), caller.subject(), "PRODUCT_EDITED", id, why))
                    : propose(wanted, caller);
        });
    }

    private Mono<Outcome<Edited>> publish(WantedEdit wanted, ProductRecord next, Deed deed) {
        var current = wanted.current();
        var changed = current.changedTo(next, current.certifiedGroup(), deed);
        return changed == current
                ? Mono.just(new Outcome.Done<>(new Edited(current.record(), null)))
                : writing.write(changed)
                        .map(outcome -> outcome instanceof Outcome.Done<ProductRecord>(var written)
                                ? new Outcome.Done<>(new Edited(written, null))
                                : Outcome.refused(outcome));
    }

    private Mono<Outcome<Edited>> propose(WantedEdit wanted, Caller caller) {
        var record = wanted.current().record();
        var before = Content.of(record);
        var after = Content.of(wanted.next());
        var atOnce = Comparison.take(before, after, ref -> !ref.isReviewed());
        var deed = new Deed(now(), caller.subject(), "PRICE_CHANGED", record.id(), "");
        return publish(wanted, atOnce.on(record, record.certificates()), deed)
                .flatMap(outcome -> outcome instanceof Outcome.Done<Edited>(var edited)
                        ? Comparison.changed(Content.of(edited.product()), after)
                                        .isEmpty()
                                ? Mono.just(outcome)
                                : submit(edited.product(), after, caller, TRIES)
                        : Mono.just(outcome));
    }

    private Mono<Outcome<Edited>> submit(ProductRecord product, Content wanted, Caller caller, int tries) {
        if (tries == 0) {
            return Mono.error(new IllegalStateException("Others keep proposing the same: " + product.id()));
        }
        return proposals
                .about(product.id())
                .defaultIfEmpty(ProductProposals.none(product))
                .flatMap(book -> {
                    if (book.open()
                            .filter(open -> open.state() instanceof Approved)
                            .isPresent()) {
                        return publishing
                                .publish(book, book.open().orElseThrow())
                                .then(Mono.defer(() -> submit(product, wanted, caller, tries - 1)));
                    }
                    var next = book.submit(product, wanted, caller.subject(), now());
                    var submission = new Submission(next, next.open().orElseThrow());
                    var done = new Outcome.Done<>(new Edited(product, submission));
                    return next.version() == book.version()
                            ? Mono.just(done)
                            : proposals
                                    .write(next)
                                    .flatMap(written ->
                                            written ? Mono.just(done) : submit(product, wanted, caller, tries - 1));
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
