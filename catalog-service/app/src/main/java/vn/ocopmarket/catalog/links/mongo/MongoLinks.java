package vn.ocopmarket.catalog.links.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.links.Links;
import vn.ocopmarket.catalog.links.WatchedLink;
import vn.ocopmarket.catalog.links.domain.Judgement;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LinkAnswer.State;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoLinks implements Links {

    static final String COLLECTION = "links";
    static final String LEASES = "linkLeases";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Bson LEASE = eq("_id", "monitor");

    private final MongoCollection<Document> links;
    private final MongoCollection<Document> leases;

    MongoLinks(MongoDatabase database) {
        this.links = database.getCollection(COLLECTION);
        this.leases = database.getCollection(LEASES);
    }

    @Override
    public Mono<Long> note(List<ProductRecord> products, Instant due) {
        var ids = products.stream().map(ProductRecord::id).toList();
        return Flux.from(links.find(in("_id", ids)))
                .timeout(TIMEOUT)
                .collectMap(document -> document.getString("_id"), Function.identity())
                .flatMap(known -> Flux.fromIterable(products)
                        .concatMap(product -> note(product, known.get(product.id()), due))
                        .count());
    }

    /** Empty when nothing changes. */
    private Mono<Boolean> note(ProductRecord product, @Nullable Document known, Instant due) {
        var url = product.traceUrl();
        if (url == null) {
            return known == null
                    ? Mono.empty()
                    : Mono.from(links.deleteOne(eq("_id", product.id())))
                            .timeout(TIMEOUT)
                            .thenReturn(true);
        }
        if (known != null && LinkDocuments.sameAs(known, product)) {
            return Mono.empty();
        }
        var isNew = known == null || !url.equals(known.getString("url"));
        return Mono.from(links.updateOne(
                        eq("_id", product.id()),
                        isNew ? LinkDocuments.anew(product, due) : LinkDocuments.described(product),
                        new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                .thenReturn(true);
    }

    @Override
    public Flux<WatchedLink> due(Instant now, int limit) {
        return Flux.from(links.find(lte("due", Date.from(now)))
                        .sort(Sorts.ascending("due"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(LinkDocuments::link);
    }

    @Override
    public Mono<Void> keep(Judgement judgement) {
        var answer = judgement.answer();
        return Mono.from(links.updateOne(
                        and(eq("_id", answer.productId()), eq("url", answer.url())),
                        combine(
                                set("answer", LinkDocuments.document(answer)),
                                set("failures", judgement.failures()),
                                set("due", Date.from(judgement.due())))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Flux<LinkAnswer> answeredSince(Instant from, int limit) {
        return Flux.from(links.find(gte("answer.checkedAt", Date.from(from)))
                        .sort(Sorts.ascending("answer.checkedAt", "_id"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(LinkDocuments::link)
                .mapNotNull(WatchedLink::answer);
    }

    @Override
    public Flux<WatchedLink> find(Query query, @Nullable String after, int limit) {
        var conditions = new ArrayList<Bson>();
        conditions.add(gt("_id", after == null ? "" : after));
        if (query.producerId() != null) {
            conditions.add(eq("producerId", query.producerId()));
        }
        if (query.provinceCode() != null) {
            conditions.add(eq("provinceCode", query.provinceCode()));
        }
        if (query.state() != null) {
            conditions.add(eq("answer.state", query.state().name()));
        }
        return Flux.from(
                        links.find(and(conditions)).sort(Sorts.ascending("_id")).limit(limit))
                .timeout(TIMEOUT)
                .map(LinkDocuments::link);
    }

    @Override
    public Mono<Map<State, Long>> counts() {
        return Flux.from(links.aggregate(List.of(Aggregates.group("$answer.state", Accumulators.sum("links", 1L)))))
                .timeout(TIMEOUT)
                .filter(count -> count.getString("_id") != null)
                .collect(Collectors.toMap(
                        count -> State.valueOf(count.getString("_id")),
                        count -> count.get("links", Number.class).longValue()));
    }

    @Override
    public Mono<Boolean> lead(String owner, Instant now, Duration term) {
        var until = Date.from(now.plus(term));
        var free = or(eq("owner", owner), lt("until", Date.from(now)));
        var take = combine(set("owner", owner), set("until", until));
        return Mono.from(leases.updateOne(and(LEASE, free), take))
                .timeout(TIMEOUT)
                .flatMap(result -> result.getMatchedCount() == 1 ? Mono.just(true) : first(owner, until));
    }

    /** Only the very first leader finds no lease at all. */
    private Mono<Boolean> first(String owner, Date until) {
        return Mono.from(leases.updateOne(
                        LEASE,
                        combine(Updates.setOnInsert("owner", owner), Updates.setOnInsert("until", until)),
                        new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                .map(result -> result.getUpsertedId() != null)
                .onErrorReturn(Duplicates::isDuplicate, false);
    }
}
