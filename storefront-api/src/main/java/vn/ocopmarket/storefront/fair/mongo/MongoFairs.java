package vn.ocopmarket.storefront.fair.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fair.Fairs;
import vn.ocopmarket.storefront.fair.domain.Fair;

/** One document a fair. */
@Repository
class MongoFairs implements Fairs {

    static final String COLLECTION = "fairs";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> fairs;

    MongoFairs(MongoDatabase database) {
        this.fairs = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Fair> find(String id) {
        return Mono.from(fairs.find(eq(id)).first()).timeout(TIMEOUT).map(FairDocuments::read);
    }

    @Override
    public Mono<Fair> bySlug(String slug) {
        return Mono.from(fairs.find(eq("slug", slug)).first()).timeout(TIMEOUT).map(FairDocuments::read);
    }

    @Override
    public Mono<Boolean> store(Fair fair) {
        return fair.version() == 1 ? insert(fair) : replace(fair);
    }

    @Override
    public Flux<Fair> published(int limit) {
        return list(in(FairDocuments.STATE, FairDocuments.PUBLISHED, FairDocuments.CLOSED), limit);
    }

    @Override
    public Flux<Fair> ofProvinces(Collection<String> provinceCodes, int limit) {
        return list(provinceCodes.isEmpty() ? empty() : in("province", provinceCodes), limit);
    }

    private Flux<Fair> list(Bson filter, int limit) {
        return Flux.from(fairs.find(filter).sort(descending("first", "_id")).limit(limit))
                .timeout(TIMEOUT)
                .map(FairDocuments::read);
    }

    private Mono<Boolean> insert(Fair fair) {
        return Mono.from(fairs.insertOne(FairDocuments.write(fair)))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(
                        MongoWriteException.class,
                        refused -> refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                ? Mono.just(false)
                                : Mono.error(refused));
    }

    private Mono<Boolean> replace(Fair fair) {
        var before = and(eq(fair.id()), eq("version", fair.version() - 1));
        return Mono.from(fairs.replaceOne(before, FairDocuments.write(fair)))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1);
    }
}
