package vn.ocopmarket.catalog.imports.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.imports.ImportIssue;
import vn.ocopmarket.catalog.imports.ImportJob;
import vn.ocopmarket.catalog.imports.ImportJob.Plan;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.ImportJob.Undoing;
import vn.ocopmarket.catalog.imports.Imports;

@Repository
class MongoImports implements Imports {

    static final String COLLECTION = "imports";
    static final String ISSUES = "importIssues";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> imports;
    private final MongoCollection<Document> issues;
    private final Clock clock;

    MongoImports(MongoDatabase database, Clock clock) {
        this.imports = database.getCollection(COLLECTION);
        this.issues = database.getCollection(ISSUES);
        this.clock = clock;
    }

    @Override
    public Mono<ImportJob> queue(ImportJob job) {
        return Mono.from(imports.insertOne(ImportDocuments.toDocument(job)))
                .timeout(TIMEOUT)
                .then()
                .onErrorResume(MongoImports::isDuplicate, _ -> queueAgain(job.id()))
                .then(find(job.id()));
    }

    private Mono<Void> queueAgain(String id) {
        var failed = and(eq("_id", id), eq("state", State.FAILED.name()));
        var givenUp = and(failed, exists(ImportDocuments.UNDOING, false));
        // One that was given up while it was taken back is half gone, and begins anew as well.
        var undone =
                or(and(eq("_id", id), eq("state", State.UNDONE.name())), and(failed, exists(ImportDocuments.UNDOING)));
        var again = combine(
                set("state", State.QUEUED.name()),
                set("leaseUntil", new Date(0)),
                set("attempt", 0),
                unset("failure"),
                unset("finishedAt"));
        var anew = combine(
                again,
                set("rows", 0),
                set("accepted", 0),
                set("rejected", 0),
                inc(ImportDocuments.RUN, 1),
                unset(ImportDocuments.UNDOING));
        return Mono.from(imports.updateOne(givenUp, again))
                .then(Mono.from(imports.updateOne(undone, anew)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<ImportJob> find(String id) {
        return Mono.from(imports.find(eq("_id", id)).first())
                .map(ImportDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Claim> claim(String owner, Duration lease) {
        var take =
                combine(set("owner", owner), set("leaseUntil", leaseUntil(lease)), inc("epoch", 1L), inc("attempt", 1));
        var begun = in("state", State.RUNNING.name(), State.APPLYING.name(), State.UNDOING.name());
        var first = combine(take, set("state", State.RUNNING.name()));
        return claim(begun, take).switchIfEmpty(Mono.defer(() -> claim(eq("state", State.QUEUED.name()), first)));
    }

    private Mono<Claim> claim(Bson states, Bson take) {
        var waiting = and(states, lt("leaseUntil", Date.from(clock.instant())));
        var oldestFirst =
                new FindOneAndUpdateOptions().sort(Sorts.ascending("createdAt")).returnDocument(ReturnDocument.AFTER);
        return Mono.from(imports.findOneAndUpdate(waiting, take, oldestFirst))
                .map(ImportDocuments::toClaim)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> progress(Claim claim, ImportJob.Counts counts, Duration lease) {
        return progress(claim, counts, lease, new Bson[0]);
    }

    private Mono<Boolean> progress(Claim claim, ImportJob.Counts counts, Duration lease, Bson... more) {
        return update(
                claim,
                combine(
                        combine(more),
                        set("rows", counts.rows()),
                        set("accepted", counts.accepted()),
                        set("rejected", counts.rejected()),
                        set("attempt", 1),
                        set("leaseUntil", leaseUntil(lease))));
    }

    @Override
    public Mono<Boolean> ending(Claim claim, End end) {
        return update(claim, set(ImportDocuments.END, ImportDocuments.toDocument(end)));
    }

    @Override
    public Mono<Boolean> finish(Claim claim, End end) {
        return update(
                claim,
                combine(
                        set("state", end.state().name()),
                        set("finishedAt", Date.from(clock.instant())),
                        set("failure", ImportDocuments.failure(end)),
                        unset(ImportDocuments.END)));
    }

    @Override
    public Mono<Boolean> planned(Claim claim, Plan plan) {
        return update(claim, set(ImportDocuments.PLAN, ImportDocuments.toDocument(plan)));
    }

    @Override
    public Mono<Boolean> applied(Claim claim, ImportJob.Counts counts, Plan plan, Duration lease) {
        return progress(claim, counts, lease, set(ImportDocuments.PLAN, ImportDocuments.toDocument(plan)));
    }

    @Override
    public Mono<Boolean> undone(Claim claim, Undoing undoing, Duration lease) {
        var so = set(ImportDocuments.UNDOING, ImportDocuments.toDocument(undoing));
        return progress(claim, claim.job().counts(), lease, so);
    }

    @Override
    public Mono<ImportJob> begin(String id, Set<State> from, State to, @Nullable Undoing undoing) {
        var allowed =
                and(eq("_id", id), in("state", from.stream().map(State::name).toList()));
        var begin = combine(set("state", to.name()), set("leaseUntil", new Date(0)), set("attempt", 0));
        var how = undoing == null
                ? begin
                : combine(begin, set(ImportDocuments.UNDOING, ImportDocuments.toDocument(undoing)));
        return Mono.from(imports.findOneAndUpdate(
                        allowed, how, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(ImportDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<ImportJob> list(Caller reader, @Nullable String cursor, int limit) {
        var own = reader.may(Permission.ADMINISTER)
                ? new Document()
                : or(eq("caller.subject", reader.subject()), in("caller.provinces", reader.provinces()));
        var after = cursor == null ? Mono.just(own) : find(cursor).map(last -> and(own, older(last)));
        return after.flatMapMany(wanted -> Flux.from(imports.find(wanted)
                        .sort(Sorts.descending("createdAt", "_id"))
                        .limit(limit))
                .map(ImportDocuments::fromDocument)
                .timeout(TIMEOUT));
    }

    private static Bson older(ImportJob last) {
        var at = Date.from(last.createdAt());
        return or(lt("createdAt", at), and(eq("createdAt", at), lt("_id", last.id())));
    }

    @Override
    public Mono<Void> release(Claim claim, Duration pause) {
        return update(claim, set("leaseUntil", leaseUntil(pause))).then();
    }

    private Mono<Boolean> update(Claim claim, Bson change) {
        return Mono.from(imports.updateOne(and(eq("_id", claim.job().id()), eq("epoch", claim.epoch())), change))
                .map(result -> result.getMatchedCount() == 1)
                .timeout(TIMEOUT);
    }

    private Date leaseUntil(Duration lease) {
        return Date.from(clock.instant().plus(lease));
    }

    @Override
    public Mono<Void> note(String importId, List<ImportIssue> found) {
        if (found.isEmpty()) {
            return Mono.empty();
        }
        var documents = found.stream()
                .map(issue -> ImportDocuments.toDocument(importId, issue))
                .toList();
        return Mono.from(issues.insertMany(documents, new InsertManyOptions().ordered(false)))
                .then()
                .timeout(TIMEOUT)
                .onErrorComplete(MongoImports::isDuplicate);
    }

    @Override
    public Flux<ImportIssue> issues(String importId, boolean rejected, int afterRow, int limit) {
        return Flux.from(issues.find(and(eq("importId", importId), eq("rejected", rejected), gt("row", afterRow)))
                        .sort(Sorts.ascending("row", "position"))
                        .limit(limit))
                .map(ImportDocuments::toIssue)
                .timeout(TIMEOUT);
    }

    private static boolean isDuplicate(Throwable fault) {
        return switch (fault) {
            case MongoWriteException one -> one.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            case MongoBulkWriteException many ->
                many.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            default -> false;
        };
    }
}
