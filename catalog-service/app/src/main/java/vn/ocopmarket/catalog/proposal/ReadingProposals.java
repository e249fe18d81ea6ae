package vn.ocopmarket.catalog.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.proposal.EditingProducts.Submission;
import vn.ocopmarket.catalog.proposal.Proposals.Waiting;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals.Key;

/** Lets those read proposals whose they are, and those who decide on them; nobody else learns that there are any. */
public final class ReadingProposals {

    private static final int MOST_PRODUCTS = 100;

    private final Proposals proposals;

    ReadingProposals(Proposals proposals) {
        this.proposals = proposals;
    }

    /** Those that wait for the caller to decide, the longest waiting first; none for whom nothing waits. */
    public Flux<Submission> waiting(Caller caller, @Nullable Waiting after, int limit) {
        if (!caller.may(Permission.KEEP_LISTS)) {
            return Flux.empty();
        }
        var provinces = caller.may(Permission.ADMINISTER) ? null : caller.provinces();
        return proposals
                .open(provinces, after, limit)
                .concatMapIterable(book -> book.open().stream()
                        .map(proposal -> new Submission(book, proposal))
                        .toList());
    }

    /** Those of the caller's own producers, open or not, the latest first. */
    public Mono<List<Submission>> own(Caller caller) {
        return caller.producers().isEmpty()
                ? Mono.just(List.of())
                : proposals
                        .ofProducers(caller.producers(), MOST_PRODUCTS)
                        .concatMapIterable(ReadingProposals::all)
                        .sort((one, other) ->
                                other.proposal().at().compareTo(one.proposal().at()))
                        .collectList();
    }

    /** Those about one product, the latest first; none for whom it is not to be known. */
    public Mono<List<Submission>> about(String productId, Caller caller) {
        return proposals
                .about(productId)
                .filter(book -> mayRead(book, caller))
                .map(book -> all(book).reversed())
                .defaultIfEmpty(List.of());
    }

    /** Empty when there is none, or it is not to be known. */
    public Mono<Submission> one(Key key, Caller caller) {
        return proposals
                .about(key.productId())
                .filter(book -> mayRead(book, caller))
                .flatMap(book ->
                        Mono.justOrEmpty(book.numbered(key.number())).map(proposal -> new Submission(book, proposal)));
    }

    private static boolean mayRead(ProductProposals book, Caller caller) {
        return caller.keepsProducer(book.about().producerId(), book.about().provinceCode());
    }

    private static List<Submission> all(ProductProposals book) {
        return book.proposals().stream()
                .map(proposal -> new Submission(book, proposal))
                .toList();
    }
}
