package vn.ocopmarket.storefront.wording.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.wording.KeptWordings;
import vn.ocopmarket.storefront.wording.domain.Wording;

/** One document a group, and one with the number of changes, which is raised after each. */
@Repository
class MongoWordings implements KeptWordings {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String REVISION = "revision";

    private final MongoCollection<Document> wordings;
    private final MongoCollection<Document> revisions;

    MongoWordings(MongoDatabase database) {
        this.wordings = database.getCollection("wordings");
        this.revisions = database.getCollection("wording_revisions");
    }

    @Override
    public Flux<Wording> all() {
        return Flux.from(wordings.find().sort(ascending("_id")).limit(MOST))
                .timeout(TIMEOUT)
                .map(WordingDocuments::read);
    }

    @Override
    public Mono<Boolean> store(Wording wording) {
        return (wording.version() == 1 ? insert(wording) : replace(wording))
                .flatMap(isKept -> isKept ? revised().thenReturn(true) : Mono.just(false));
    }

    @Override
    public Mono<Long> revision() {
        return Mono.from(revisions.find(eq(REVISION)).first())
                .timeout(TIMEOUT)
                .map(document -> document.getLong(REVISION))
                .defaultIfEmpty(0L);
    }

    /** What is kept is kept also when this fails: everybody reads all of it within a minute. */
    private Mono<Void> revised() {
        return Mono.from(revisions.updateOne(eq(REVISION), Updates.inc(REVISION, 1L), new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                .onErrorComplete()
                .then();
    }

    private Mono<Boolean> insert(Wording wording) {
        return Mono.from(wordings.insertOne(WordingDocuments.write(wording)))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(
                        MongoWriteException.class,
                        refused -> refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                ? Mono.just(false)
                                : Mono.error(refused));
    }

    private Mono<Boolean> replace(Wording wording) {
        var before = and(eq(wording.id()), eq("version", wording.version() - 1));
        return Mono.from(wordings.replaceOne(before, WordingDocuments.write(wording)))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1);
    }
}
