package vn.ocopmarket.catalog.product.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.product.Plans;
import vn.ocopmarket.catalog.product.Products.Keys;

@Repository
class MongoPlans implements Plans {

    static final String COLLECTION = "importPlans";

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int BATCH = 200;

    private final MongoCollection<Document> plans;
    private final Clock clock;

    MongoPlans(MongoDatabase database, Clock clock) {
        this.plans = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    @Override
    public Mono<Void> clear(String planId) {
        return Mono.from(plans.deleteMany(eq(PlanDocuments.PLAN, planId)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Void> add(String planId, List<Planned> planned, List<KnownProducer> producers) {
        var now = Date.from(clock.instant());
        var writes = Stream.concat(
                        planned.stream()
                                .map(one ->
                                        upsert(PlanDocuments.id(planId, one), PlanDocuments.update(planId, one, now))),
                        producers.stream()
                                .map(one ->
                                        upsert(PlanDocuments.id(planId, one), PlanDocuments.update(planId, one, now))))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(plans.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .timeout(TIMEOUT)
                        .then();
    }

    private static WriteModel<Document> upsert(String id, Bson update) {
        return new UpdateOneModel<>(eq("_id", id), update, new UpdateOptions().upsert(true));
    }

    @Override
    public Flux<Planned> matching(String planId, Keys keys, Collection<String> ids) {
        var named = PlanDocuments.keys(planId, keys);
        var known = ids.stream().map(id -> PlanDocuments.id(planId, id)).toList();
        return planned(or(in(PlanDocuments.KEYS, named), in("_id", known)));
    }

    @Override
    public Mono<Set<String>> taken(String planId, Collection<String> slugs) {
        var keys =
                slugs.stream().map(slug -> PlanDocuments.slugKey(planId, slug)).toList();
        return Flux.from(plans.find(in(PlanDocuments.KEYS, keys)).projection(Projections.include("after.slug")))
                .map(document -> document.get("after", Document.class).getString("slug"))
                .collect(Collectors.toSet())
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<Planned> page(String planId, Only only, int afterRow, int limit) {
        var inPlan = and(eq(PlanDocuments.PLAN, planId), gt(PlanDocuments.ROW, afterRow));
        var wanted = switch (only) {
            case ALL -> inPlan;
            case NEW -> and(inPlan, eq(PlanDocuments.BASE, 0L));
            case CHANGED -> and(inPlan, gt(PlanDocuments.BASE, 0L));
            case SUPERSEDING -> and(inPlan, eq(PlanDocuments.SUPERSEDES, true));
        };
        return Flux.from(plans.find(wanted)
                        .sort(Sorts.ascending(PlanDocuments.ROW))
                        .limit(limit)
                        .batchSize(BATCH))
                .map(PlanDocuments::toPlanned)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<KnownProducer> producers(String planId, Collection<String> ids) {
        var wanted =
                ids.stream().map(id -> PlanDocuments.producerId(planId, id)).toList();
        return Flux.from(plans.find(in("_id", wanted)).batchSize(BATCH))
                .map(PlanDocuments::toProducer)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Tally> tally(String planId) {
        var inPlan = and(eq(PlanDocuments.PLAN, planId), gt(PlanDocuments.ROW, -1));
        return Mono.zip(
                        count(and(inPlan, eq(PlanDocuments.BASE, 0L))),
                        count(and(inPlan, gt(PlanDocuments.BASE, 0L))),
                        count(and(inPlan, eq(PlanDocuments.SUPERSEDES, true))))
                .map(counts -> new Tally(counts.getT1(), counts.getT2(), counts.getT3()));
    }

    private Mono<Long> count(Bson filter) {
        return Mono.from(plans.countDocuments(filter)).timeout(TIMEOUT);
    }

    private Flux<Planned> planned(Bson filter) {
        return Flux.from(plans.find(filter).batchSize(BATCH))
                .map(PlanDocuments::toPlanned)
                .timeout(TIMEOUT);
    }
}
