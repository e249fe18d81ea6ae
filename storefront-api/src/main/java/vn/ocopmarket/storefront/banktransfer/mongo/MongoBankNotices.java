package vn.ocopmarket.storefront.banktransfer.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.banktransfer.BankNotices;
import vn.ocopmarket.storefront.banktransfer.domain.BankNotice;
import vn.ocopmarket.storefront.banktransfer.domain.NoticeState;

/** One document for each notice, under the bank's id; moved only from the state that was read. */
@Repository
class MongoBankNotices implements BankNotices {

    static final String COLLECTION = "bankNotices";
    static final String DUE_AT = "dueAt";
    static final String OPEN_SINCE = "openSince";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> notices;

    MongoBankNotices(MongoDatabase database) {
        this.notices = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Boolean> add(BankNotice notice, Instant now) {
        var document = NoticeDocuments.toDocument(notice, now).append(DUE_AT, Date.from(now));
        return Mono.from(notices.insertOne(document))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Kept> find(String id) {
        return Mono.from(notices.find(eq("_id", id))).timeout(TIMEOUT).map(NoticeDocuments::toKept);
    }

    @Override
    public Mono<Kept> takeDue(Instant now, Instant until) {
        var hide = Updates.set(DUE_AT, Date.from(until));
        var oldestFirst =
                new FindOneAndUpdateOptions().sort(Sorts.ascending(DUE_AT)).returnDocument(ReturnDocument.AFTER);
        return Mono.from(notices.findOneAndUpdate(lte(DUE_AT, Date.from(now)), hide, oldestFirst))
                .timeout(TIMEOUT)
                .map(NoticeDocuments::toKept);
    }

    @Override
    public Mono<Kept> move(Kept from, NoticeState to, @Nullable Instant dueAt) {
        if (!from.state().kind().next().contains(to.kind())) {
            throw new IllegalArgumentException(from.state().kind() + " cannot become " + to.kind());
        }
        var isOpen = to instanceof NoticeState.Unmatched;
        var change = Updates.combine(
                Updates.set(NoticeDocuments.STATE, NoticeDocuments.toDocument(to)),
                dueAt == null ? Updates.unset(DUE_AT) : Updates.set(DUE_AT, Date.from(dueAt)),
                isOpen ? Updates.set(OPEN_SINCE, Date.from(from.receivedAt())) : Updates.unset(OPEN_SINCE));
        var same = and(
                eq("_id", from.id()),
                eq(NoticeDocuments.STATE + ".kind", from.state().kind().name()));
        return Mono.from(notices.findOneAndUpdate(
                        same, change, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .timeout(TIMEOUT)
                .map(NoticeDocuments::toKept);
    }

    @Override
    public Flux<Kept> unmatched(int limit) {
        return Flux.from(notices.find(exists(OPEN_SINCE))
                        .sort(Sorts.ascending(OPEN_SINCE))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(NoticeDocuments::toKept);
    }

    @Override
    public Flux<Kept> all() {
        return Flux.from(notices.find().sort(Sorts.ascending("_id")).batchSize(200))
                .timeout(TIMEOUT)
                .map(NoticeDocuments::toKept);
    }
}
