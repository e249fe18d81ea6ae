package vn.ocopmarket.storefront.stockcount.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.stockcount.Counts;
import vn.ocopmarket.storefront.stockcount.domain.CountLine.Look;
import vn.ocopmarket.storefront.stockcount.domain.CountedLot;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;
import vn.ocopmarket.storefront.stockcount.domain.StockCount.State;

@Component
final class MongoCounts implements Counts {

    static final String COLLECTION = "stockCounts";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> counts;

    MongoCounts(MongoDatabase database) {
        this.counts = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<StockCount> begin(StockCount count) {
        return Mono.from(counts.insertOne(CountDocuments.document(count)))
                .timeout(TIMEOUT)
                .thenReturn(count)
                .onErrorResume(
                        Duplicates::isDuplicate,
                        _ -> find(count.id()).switchIfEmpty(one(eq("openLocation", count.location()))));
    }

    @Override
    public Mono<StockCount> find(String id) {
        return one(eq("_id", id));
    }

    /** The line is made first, so that of two first looks at once none is lost. */
    @Override
    public Mono<StockCount> look(String id, CountedLot what, Look look) {
        var key = what.key();
        var counting = and(eq("_id", id), eq("state", State.COUNTING.name()));
        var line = new Document("key", key)
                .append("sku", what.sku())
                .append("lot", what.lot())
                .append("ownership", what.ownership().name())
                .append("looks", List.of(CountDocuments.document(look)));
        var first = and(counting, ne("lines.key", key));
        var another = and(counting, elemMatch("lines", and(eq("key", key), ne("looks.id", look.id()))));
        var oneMore = inc(CountDocuments.LOOKS, 1L);
        return change(first, combine(push("lines", line), oneMore))
                .switchIfEmpty(Mono.defer(() ->
                        change(another, combine(push("lines.$.looks", CountDocuments.document(look)), oneMore))))
                .switchIfEmpty(Mono.defer(() -> one(counting)));
    }

    @Override
    public Mono<StockCount> enter(String id, State from, State to, @Nullable String by, Instant at) {
        var updates = new ArrayList<Bson>(
                List.of(set("state", to.name()), set("booking", to == State.BOOKING), set("steppedAt", Date.from(at))));
        if (by != null) {
            updates.add(set("approvedBy", by));
        }
        if (!to.isOpen()) {
            updates.add(unset("openLocation"));
        }
        return change(and(eq("_id", id), eq("state", from.name())), combine(updates));
    }

    @Override
    public Mono<StockCount> submitted(StockCount seen, Instant at) {
        return change(
                and(eq("_id", seen.id()), eq("state", State.COUNTING.name()), eq(CountDocuments.LOOKS, seen.looks())),
                combine(set("state", State.SUBMITTED.name()), set("steppedAt", Date.from(at))));
    }

    @Override
    public Mono<StockCount> booked(String id, Set<String> blocked) {
        return change(
                and(eq("_id", id), eq("state", State.BOOKING.name())),
                combine(
                        set("state", State.BOOKED.name()),
                        set("booking", false),
                        set("blocked", List.copyOf(blocked)),
                        unset("openLocation")));
    }

    @Override
    public Flux<StockCount> unfinishedSince(Instant moment, int limit) {
        return Flux.from(counts.find(and(eq("booking", true), lt("steppedAt", Date.from(moment))))
                        .sort(Sorts.ascending("steppedAt"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(CountDocuments::count);
    }

    @Override
    public Flux<StockCount> of(String location, int limit) {
        return Flux.from(counts.find(eq("location", location))
                        .sort(Sorts.descending("startedAt"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(CountDocuments::count);
    }

    private Mono<StockCount> one(Bson filter) {
        return Mono.from(counts.find(filter).first()).timeout(TIMEOUT).map(CountDocuments::count);
    }

    private Mono<StockCount> change(Bson filter, Bson update) {
        return Mono.from(counts.findOneAndUpdate(
                        filter, update, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .timeout(TIMEOUT)
                .map(CountDocuments::count);
    }
}
