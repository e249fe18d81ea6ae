package vn.ocopmarket.storefront.producerdesk;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;

/** Shows producers their products and hands their changes on to the catalogue, which decides what has to be read first. */
public final class KeepingOwnProducts {

    private static final int AT_ONCE = 4;
    private static final int NOT_FOUND = 404;

    private final Catalogue catalogue;

    KeepingOwnProducts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A page of the catalogue's list. */
    private record Products(List<ProductRecord> items) {}

    /**
     * What came of a change.
     *
     * @param product as buyers see it now
     * @param proposal what waits to be read, or null when all of it is so now
     */
    public record Changed(
            @Nullable ProductRecord product, @Nullable Proposal proposal) {}

    /** Those of the producers that the member speaks for, by name; an error when the catalogue does not answer. */
    public Mono<List<ProductRecord>> all(Asker asker) {
        return Flux.fromIterable(asker.member().producers())
                .flatMap(
                        producer -> catalogue.ask(
                                asker, Question.get("/api/v1/products").with("producer", producer), Products.class),
                        AT_ONCE)
                .concatMapIterable(reply -> reply.orProblem().items())
                .sort(Comparator.comparing(ProductRecord::name))
                .collectList();
    }

    /** All that these producers proposed, the latest first. */
    public Mono<List<Proposal>> proposals(Asker asker) {
        return catalogue
                .ask(asker, Question.get("/api/v1/proposals/own"), Proposal.Page.class)
                .map(reply -> reply.orProblem().items());
    }

    /** Never empty; a problem when there is none of that id, or it is another producer's. */
    public Mono<OwnProduct> one(Asker asker, String id) {
        return Mono.zip(
                        catalogue.ask(asker, Question.get("/api/v1/products/{id}", id), ProductRecord.class),
                        catalogue.ask(
                                asker, Question.get("/api/v1/proposals").with("product", id), Proposal.Page.class))
                .map(replies -> {
                    var live = replies.getT1().orProblem();
                    if (!asker.member().producers().contains(live.producer().id())) {
                        throw Problem.of("not-found", NOT_FOUND);
                    }
                    var proposals = replies.getT2().orProblem().items();
                    return new OwnProduct(
                            live,
                            proposals.stream()
                                    .filter(Proposal::isOpen)
                                    .findFirst()
                                    .orElse(null),
                            proposals.stream().findFirst().orElse(null));
                });
    }

    /** Puts content forward; its packs stay as they are wanted already. */
    public Mono<Reply<Changed>> change(Asker asker, ProductRecord live, long revision, Content wanted) {
        return change(
                asker,
                live,
                revision,
                wanted,
                wanted.variants().stream().map(Pack::of).toList());
    }

    /**
     * Puts content and packs forward. Of prices the catalogue makes what they are to be at once.
     *
     * @param revision that they were made from
     */
    public Mono<Reply<Changed>> change(
            Asker asker, ProductRecord live, long revision, Content wanted, List<Pack> packs) {
        return catalogue.ask(
                asker,
                Question.put("/api/v1/products/{id}", live.id())
                        .json(Draft.of(live, wanted, packs))
                        .from(revision),
                Changed.class);
    }

    /** Takes a proposal back. */
    public Mono<Reply<Proposal>> withdraw(Asker asker, String proposal) {
        return catalogue.ask(asker, Question.post("/api/v1/proposals/{id}/withdrawals", proposal), Proposal.class);
    }

    /** What waits to be read by an officer, the longest waiting first. */
    public Mono<Proposal.Page> waiting(Asker asker, @Nullable String cursor) {
        return catalogue
                .ask(
                        asker,
                        Question.get("/api/v1/proposals").with("cursor", cursor).with("limit", 20),
                        Proposal.Page.class)
                .map(Reply::orProblem);
    }

    /** Lets buyers see it. */
    public Mono<Reply<Proposal>> approve(Asker asker, String proposal) {
        return catalogue.ask(asker, Question.post("/api/v1/proposals/{id}/approvals", proposal), Proposal.class);
    }

    /** Gives it back with a reason. */
    public Mono<Reply<Proposal>> giveBack(Asker asker, String proposal, String reason) {
        return catalogue.ask(
                asker,
                Question.post("/api/v1/proposals/{id}/returns", proposal)
                        .json(new Reason(Objects.requireNonNullElse(reason, ""))),
                Proposal.class);
    }

    private record Reason(String reason) {}

    /** Gives a picture to the catalogue, which judges it by its bytes. */
    public Mono<Reply<Stored>> upload(Asker asker, byte[] picture) {
        return catalogue.ask(
                asker, Question.post("/api/v1/media").bytes("application/octet-stream", picture), Stored.class);
    }

    /** A picture that the catalogue took. */
    public record Stored(String url) {}
}
