package vn.ocopmarket.catalog.proposal.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import vn.ocopmarket.catalog.StoryDocuments;
import vn.ocopmarket.catalog.VariantDocuments;
import vn.ocopmarket.catalog.proposal.domain.Content;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals.About;
import vn.ocopmarket.catalog.proposal.domain.Proposal;
import vn.ocopmarket.catalog.proposal.domain.ProposalState;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Approved;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Kind;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Published;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Returned;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Submitted;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Superseded;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Withdrawn;

/** Proposals as documents and back: one document for a product, found by what waits in it. */
final class ProposalDocuments {

    static final String VERSION = "version";
    static final String OPEN_PROVINCE = "openProvince";
    static final String OPEN_SINCE = "openSince";
    static final String UNPUBLISHED = "unpublished";
    static final String PRODUCER = "about.producerId";
    static final String WRITTEN_AT = "writtenAt";

    private ProposalDocuments() {}

    /** All fields but {@code _id} and those of {@link #toWaiting}. */
    static Document toFields(ProductProposals book) {
        var about = book.about();
        return new Document(VERSION, book.version())
                .append(
                        "about",
                        new Document("slug", about.slug())
                                .append("name", about.name())
                                .append("producerId", about.producerId())
                                .append("producerName", about.producerName())
                                .append("provinceCode", about.provinceCode()))
                .append(WRITTEN_AT, Date.from(book.proposals().getLast().at()))
                .append(
                        "proposals",
                        book.proposals().stream()
                                .map(ProposalDocuments::toDocument)
                                .toList());
    }

    /** What queues find it by; nothing when nothing waits. */
    static Document toWaiting(ProductProposals book) {
        return book.open()
                .map(open -> {
                    var waiting = new Document(OPEN_PROVINCE, book.about().provinceCode())
                            .append(OPEN_SINCE, Date.from(open.at()));
                    return open.state() instanceof Approved ? waiting.append(UNPUBLISHED, true) : waiting;
                })
                .orElseGet(Document::new);
    }

    static ProductProposals fromDocument(Document document) {
        var about = document.get("about", Document.class);
        return new ProductProposals(
                document.getString("_id"),
                document.getLong(VERSION),
                new About(
                        about.getString("slug"),
                        about.getString("name"),
                        about.getString("producerId"),
                        about.getString("producerName"),
                        about.getString("provinceCode")),
                document.getList("proposals", Document.class).stream()
                        .map(ProposalDocuments::toProposal)
                        .toList());
    }

    private static Document toDocument(Proposal proposal) {
        return new Document("number", proposal.number())
                .append("revision", proposal.revision())
                .append("base", toDocument(proposal.base()))
                .append("wanted", toDocument(proposal.wanted()))
                .append("by", proposal.by())
                .append("at", Date.from(proposal.at()))
                .append("state", toDocument(proposal.state()));
    }

    private static Proposal toProposal(Document document) {
        return new Proposal(
                document.getInteger("number"),
                document.getLong("revision"),
                toContent(document.get("base", Document.class)),
                toContent(document.get("wanted", Document.class)),
                document.getString("by"),
                document.getDate("at").toInstant(),
                toState(document.get("state", Document.class)));
    }

    private static Document toDocument(Content content) {
        return new Document("story", content.story())
                .append("narrative", StoryDocuments.toDocument(content.narrative()))
                .append("media", StoryDocuments.toDocuments(content.media()))
                .append("alcoholTenths", content.alcoholTenths())
                .append("traceUrl", content.traceUrl())
                .append(
                        "variants",
                        content.variants().stream()
                                .map(VariantDocuments::toDocument)
                                .toList());
    }

    private static Content toContent(Document document) {
        return new Content(
                document.getString("story"),
                StoryDocuments.toStory(document.get("narrative", Document.class)),
                StoryDocuments.toMedia(document.getList("media", Document.class)),
                document.getInteger("alcoholTenths"),
                document.getString("traceUrl"),
                document.getList("variants", Document.class, List.of()).stream()
                        .map(VariantDocuments::fromDocument)
                        .toList());
    }

    private static Document toDocument(ProposalState state) {
        var document = new Document("kind", state.kind().name());
        return switch (state) {
            case Submitted _ -> document;
            case Approved(var by, var at) -> document.append("by", by).append("at", Date.from(at));
            case Published(var by, var at, var revision) ->
                document.append("by", by).append("at", Date.from(at)).append("revision", revision);
            case Returned(var by, var at, var reason) ->
                document.append("by", by).append("at", Date.from(at)).append("reason", reason);
            case Withdrawn(var by, var at) -> document.append("by", by).append("at", Date.from(at));
            case Superseded(var at, var number) ->
                document.append("at", Date.from(at)).append("number", number);
        };
    }

    private static ProposalState toState(Document document) {
        var by = document.getString("by");
        var date = document.getDate("at");
        var at = date == null ? Instant.EPOCH : date.toInstant();
        return switch (Kind.valueOf(document.getString("kind"))) {
            case SUBMITTED -> new Submitted();
            case APPROVED -> new Approved(by, at);
            case PUBLISHED -> new Published(by, at, document.getLong("revision"));
            case RETURNED -> new Returned(by, at, document.getString("reason"));
            case WITHDRAWN -> new Withdrawn(by, at);
            case SUPERSEDED -> new Superseded(at, document.getInteger("number"));
        };
    }
}
