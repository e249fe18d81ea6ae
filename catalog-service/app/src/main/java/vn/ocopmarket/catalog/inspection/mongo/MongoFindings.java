package vn.ocopmarket.catalog.inspection.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.inspection.Findings;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Tag;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoFindings implements Findings {

    static final String COLLECTION = "findings";
    static final String TAG = "state.tag";
    static final String DEADLINE = "state.deadline";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> findings;

    MongoFindings(MongoDatabase database) {
        this.findings = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Finding> find(String id) {
        return Mono.from(findings.find(eq("_id", id)).first())
                .map(FindingDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> add(Finding finding) {
        return Mono.from(findings.insertOne(FindingDocuments.toDocument(finding)))
                .map(_ -> true)
                .onErrorReturn(Duplicates::isDuplicate, false)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> replace(Finding next) {
        var guard = and(eq("_id", next.id()), eq("revision", next.revision() - 1));
        return Mono.from(findings.replaceOne(guard, FindingDocuments.toDocument(next)))
                .map(result -> result.getMatchedCount() == 1)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<Finding> list(Query query, int skip, int limit) {
        return Flux.from(findings.find(filter(query, query.shelf()))
                        .sort(Sorts.ascending("state.over", DEADLINE, "_id"))
                        .skip(skip)
                        .limit(limit))
                .map(FindingDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Map<Shelf, Long>> counts(Query query) {
        return Flux.fromIterable(Arrays.asList(Shelf.values()))
                .flatMap(shelf ->
                        Mono.from(findings.countDocuments(filter(query, shelf))).map(count -> Map.entry(shelf, count)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<Finding> toCarryOut() {
        return Flux.from(findings.find(eq(FindingDocuments.TO_CARRY_OUT, true)))
                .map(FindingDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    private static Bson filter(Query query, Shelf shelf) {
        var all = new ArrayList<Bson>();
        var reach = query.reach();
        if (!reach.everywhere()) {
            all.add(or(in("subject.provinceCode", reach.provinces()), in("subject.producerId", reach.producers())));
        }
        if (query.producer() instanceof String producer) {
            all.add(eq("subject.producerId", producer));
        }
        if (query.product() instanceof String product) {
            all.add(eq("subject.productId", product));
        }
        switch (shelf) {
            case ALL -> {}
            case OPEN -> all.add(eq(TAG, Tag.OPEN.name()));
            case OVERDUE -> {
                all.add(eq(TAG, Tag.OPEN.name()));
                all.add(lt(DEADLINE, query.day().toString()));
            }
            case ANSWERED -> all.add(eq(TAG, Tag.ANSWERED.name()));
            case SUSPENDED -> all.add(eq(TAG, Tag.SUSPENDED.name()));
            case CLOSED -> all.add(eq(TAG, Tag.CLOSED.name()));
        }
        return all.isEmpty() ? new Document() : and(all);
    }
}
