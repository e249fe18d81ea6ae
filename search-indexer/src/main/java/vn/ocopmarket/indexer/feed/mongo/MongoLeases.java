package vn.ocopmarket.indexer.feed.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.Instance;
import vn.ocopmarket.indexer.feed.Lease;
import vn.ocopmarket.indexer.feed.LeaseLostException;
import vn.ocopmarket.indexer.feed.LeaseTerms;
import vn.ocopmarket.indexer.feed.Leases;

/** One document per job: {@code {_id, owner, epoch, until, position}}. Every write but taking it is bound to the epoch. */
@Component
final class MongoLeases implements Leases {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> jobs;
    private final Clock clock;
    private final Duration duration;
    private final String owner;

    MongoLeases(MongoDatabase database, Clock clock, LeaseTerms terms, Instance instance) {
        this.jobs = database.getCollection("jobs");
        this.clock = clock;
        this.duration = terms.duration();
        this.owner = instance.id();
    }

    @Override
    public Mono<Lease> acquire(String job) {
        // Whoever stands by asks again and again, each time as of then.
        return Mono.defer(() -> {
            var free = and(eq("_id", job), lte("until", now()));
            var taken = combine(set("owner", owner), inc("epoch", 1L), set("until", until()));
            return prepared(job)
                    .then(Mono.from(jobs.findOneAndUpdate(free, taken, AFTER)))
                    .timeout(TIMEOUT)
                    .map(MongoLeases::lease);
        });
    }

    /** The document is made once, so that taking the job never has to insert. */
    private Mono<Void> prepared(String job) {
        var made = combine(setOnInsert("epoch", 0L), setOnInsert("position", 0L), setOnInsert("until", new Date(0)));
        return Mono.from(jobs.updateOne(eq("_id", job), made, new UpdateOptions().upsert(true)))
                .onErrorResume(MongoWriteException.class, MongoLeases::madeByAnother)
                .then();
    }

    private static Mono<UpdateResult> madeByAnother(MongoWriteException failure) {
        return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY ? Mono.empty() : Mono.error(failure);
    }

    @Override
    public Mono<Void> renew(Lease lease) {
        return change(lease, set("until", until()));
    }

    @Override
    public Mono<Void> advance(Lease lease, long position) {
        return change(lease, combine(set("position", position), set("until", until())));
    }

    private Mono<Void> change(Lease lease, Bson update) {
        return Mono.from(jobs.updateOne(mine(lease), update))
                .timeout(TIMEOUT)
                .filter(result -> result.getMatchedCount() == 1)
                .switchIfEmpty(Mono.error(() -> new LeaseLostException(lease)))
                .then();
    }

    @Override
    public Mono<Void> release(Lease lease) {
        return Mono.from(jobs.updateOne(mine(lease), set("until", new Date(0))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Long> position(String job) {
        return Mono.from(jobs.find(eq("_id", job)))
                .timeout(TIMEOUT)
                .map(document -> lease(document).position())
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<Void> restart(String job) {
        var begin = combine(set("position", 0L), inc("epoch", 1L), set("until", new Date(0)));
        return prepared(job)
                .then(Mono.from(jobs.updateOne(eq("_id", job), begin)))
                .timeout(TIMEOUT)
                .then();
    }

    private static Bson mine(Lease lease) {
        return and(eq("_id", lease.job()), eq("epoch", lease.epoch()));
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private Date until() {
        return Date.from(clock.instant().plus(duration));
    }

    private static Lease lease(Document document) {
        return new Lease(
                document.getString("_id"),
                document.get("epoch", Number.class).longValue(),
                document.get("position", Number.class).longValue());
    }
}
