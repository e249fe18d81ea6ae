package vn.ocopmarket.catalog.proposal.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.proposal.Proposals;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoProposals implements Proposals {

    static final String COLLECTION = "proposals";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> proposals;

    MongoProposals(MongoDatabase database) {
        this.proposals = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<ProductProposals> about(String productId) {
        return Mono.from(proposals.find(eq("_id", productId)).first())
                .map(ProposalDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> write(ProductProposals next) {
        return (next.version() == 1 ? insert(next) : update(next)).timeout(TIMEOUT);
    }

    private Mono<Boolean> insert(ProductProposals first) {
        var document = new Document("_id", first.productId());
        document.putAll(ProposalDocuments.toFields(first));
        document.putAll(ProposalDocuments.toWaiting(first));
        return Mono.from(proposals.insertOne(document)).thenReturn(true).onErrorReturn(Duplicates::isDuplicate, false);
    }

    private Mono<Boolean> update(ProductProposals next) {
        var fields = ProposalDocuments.toFields(next);
        var waiting = ProposalDocuments.toWaiting(next);
        fields.putAll(waiting);
        var changes = new ArrayList<Bson>();
        changes.add(new Document("$set", fields));
        for (var name :
                List.of(ProposalDocuments.OPEN_PROVINCE, ProposalDocuments.OPEN_SINCE, ProposalDocuments.UNPUBLISHED)) {
            if (!waiting.containsKey(name)) {
                changes.add(Updates.unset(name));
            }
        }
        var asRead = and(eq("_id", next.productId()), eq(ProposalDocuments.VERSION, next.version() - 1));
        return Mono.from(proposals.updateOne(asRead, Updates.combine(changes)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<ProductProposals> open(@Nullable Collection<String> provinces, @Nullable Waiting after, int limit) {
        var there = provinces == null
                ? exists(ProposalDocuments.OPEN_PROVINCE)
                : in(ProposalDocuments.OPEN_PROVINCE, provinces);
        return found(
                after == null ? there : and(there, behind(after)),
                Sorts.ascending(ProposalDocuments.OPEN_SINCE, "_id"),
                limit);
    }

    private static Bson behind(Waiting after) {
        var since = new Date(after.since());
        return or(
                gt(ProposalDocuments.OPEN_SINCE, since),
                and(eq(ProposalDocuments.OPEN_SINCE, since), gt("_id", after.productId())));
    }

    @Override
    public Flux<ProductProposals> ofProducers(Collection<String> producers, int limit) {
        return found(in(ProposalDocuments.PRODUCER, producers), Sorts.descending(ProposalDocuments.WRITTEN_AT), limit);
    }

    @Override
    public Flux<ProductProposals> unpublished() {
        return found(eq(ProposalDocuments.UNPUBLISHED, true), Sorts.ascending("_id"), 0);
    }

    private Flux<ProductProposals> found(Bson filter, Bson order, int limit) {
        return Flux.from(proposals.find(filter).sort(order).limit(limit))
                .timeout(TIMEOUT)
                .map(ProposalDocuments::fromDocument);
    }
}
