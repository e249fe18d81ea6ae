package vn.ocopmarket.storefront.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.settlement.Entries;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Placed;

/** One document an entry; which statement has it is decided by one conditional update of it. */
@Repository
class MongoEntries implements Entries {

    static final String COLLECTION = "settlementEntries";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int BATCH = 500;
    private static final Bson IN_ORDER = ascending(EntryDocuments.DAY, "_id");
    private static final Bson OPEN = eq(EntryDocuments.OPEN, true);

    private final MongoCollection<Document> entries;
    private final Clock clock;

    MongoEntries(MongoDatabase database, Clock clock) {
        this.entries = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    @Override
    public Mono<Long> add(Collection<Entry> wanted) {
        var ids = wanted.stream().map(Entry::id).toList();
        return Flux.from(entries.find(in("_id", ids)).projection(include("_id")))
                .timeout(TIMEOUT)
                .map(known -> known.getString("_id"))
                .collect(Collectors.toSet())
                .flatMapMany(known -> Flux.fromIterable(wanted).filter(entry -> isNew(entry, known)))
                .concatMap(this::insert)
                .count();
    }

    private static boolean isNew(Entry entry, Set<String> known) {
        return !known.contains(entry.id());
    }

    /** Empty when somebody else was first. */
    private Mono<Entry> insert(Entry entry) {
        var document = EntryDocuments.write(entry).append(EntryDocuments.ENTERED_AT, Date.from(clock.instant()));
        return Mono.from(entries.insertOne(entry.isOwned() ? document : document.append(EntryDocuments.OPEN, true)))
                .timeout(TIMEOUT)
                .thenReturn(entry)
                .onErrorResume(MongoEntries::isDuplicate, _ -> Mono.empty());
    }

    @Override
    public Flux<Entry> unsettled(LocalDate until) {
        return find(and(OPEN, lte(EntryDocuments.DAY, until.toString())));
    }

    @Override
    public Flux<Entry> unsettled(String sellerId, LocalDate until, int limit) {
        var ofSeller = and(OPEN, lte(EntryDocuments.DAY, until.toString()), eq(EntryDocuments.SELLER_ID, sellerId));
        return Flux.from(entries.find(ofSeller).sort(IN_ORDER).limit(limit))
                .timeout(TIMEOUT)
                .map(EntryDocuments::read);
    }

    @Override
    public Mono<Void> claim(Collection<String> ids, String statementId) {
        var claimed = combine(set(EntryDocuments.STATEMENT, statementId), unset(EntryDocuments.OPEN));
        return Flux.fromIterable(ids)
                .buffer(BATCH)
                .concatMap(some -> Mono.from(entries.updateMany(and(in("_id", some), OPEN), claimed))
                        .timeout(TIMEOUT))
                .then();
    }

    @Override
    public Flux<Entry> of(String statementId) {
        return find(eq(EntryDocuments.STATEMENT, statementId));
    }

    @Override
    public Flux<Reading<Entry>> readings(String statementId) {
        return Flux.from(entries.find(eq(EntryDocuments.STATEMENT, statementId)).sort(IN_ORDER))
                .timeout(TIMEOUT)
                .map(stored -> read(stored, EntryDocuments::read));
    }

    private static <T> Reading<T> read(Document stored, Function<Document, T> as) {
        var id = String.valueOf(stored.get("_id"));
        return Reading.of(id, id, () -> as.apply(stored));
    }

    @Override
    public Mono<Long> count(String statementId) {
        return Mono.from(entries.countDocuments(eq(EntryDocuments.STATEMENT, statementId)))
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<Entry> withIds(Collection<String> ids) {
        return Flux.fromIterable(ids).buffer(BATCH).concatMap(some -> find(in("_id", some)));
    }

    @Override
    public Flux<Placed> placed(Collection<String> ids) {
        return Flux.fromIterable(ids)
                .buffer(BATCH)
                .concatMap(some -> Flux.from(entries.find(in("_id", some))).timeout(TIMEOUT))
                .map(EntryDocuments::placed);
    }

    @Override
    public Flux<Reading<Placed>> all() {
        return page("").expand(page ->
                        page.size() < BATCH ? Mono.empty() : page(page.getLast().id()))
                .flatMapIterable(page -> page);
    }

    private Mono<List<Reading<Placed>>> page(String after) {
        return Flux.from(entries.find(gt("_id", after)).sort(ascending("_id")).limit(BATCH))
                .timeout(TIMEOUT)
                .map(stored -> read(stored, EntryDocuments::placed))
                .collectList();
    }

    @Override
    public Mono<Long> claimed() {
        return Mono.from(entries.countDocuments(gt(EntryDocuments.STATEMENT, "")))
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Long> release(String statementId, Collection<String> written) {
        var late = and(eq(EntryDocuments.STATEMENT, statementId), nin("_id", written));
        var open = combine(unset(EntryDocuments.STATEMENT), set(EntryDocuments.OPEN, true));
        return Mono.from(entries.updateMany(late, open)).timeout(TIMEOUT).map(result -> result.getModifiedCount());
    }

    private Flux<Entry> find(Bson filter) {
        return Flux.from(entries.find(filter).sort(IN_ORDER)).timeout(TIMEOUT).map(EntryDocuments::read);
    }

    static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
