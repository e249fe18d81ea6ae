package vn.ocopmarket.storefront.token.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.token.SigningKeys;

/** Key pairs, one document each; the number is the document's id, so it can be taken only once. */
@Repository
class MongoSigningKeys implements SigningKeys {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> keys;

    MongoSigningKeys(MongoDatabase database) {
        this.keys = database.getCollection("signingKeys");
    }

    @Override
    public Flux<SigningKey> all() {
        return Flux.from(keys.find().sort(ascending("_id")))
                .timeout(LONGEST_WAIT)
                .map(MongoSigningKeys::read);
    }

    @Override
    public Mono<Boolean> add(SigningKey key) {
        var document = new Document("_id", key.number())
                .append("jwk", key.privateJwk())
                .append("createdAt", Date.from(key.createdAt()));
        return Mono.from(keys.insertOne(document))
                .timeout(LONGEST_WAIT)
                .thenReturn(true)
                .onErrorResume(MongoWriteException.class, MongoSigningKeys::falseWhenTaken);
    }

    @Override
    public Mono<Void> remove(int number) {
        return Mono.from(keys.deleteOne(eq(number))).timeout(LONGEST_WAIT).then();
    }

    private static Mono<Boolean> falseWhenTaken(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY ? Mono.just(false) : Mono.error(e);
    }

    private static SigningKey read(Document document) {
        return new SigningKey(
                document.getInteger("_id"),
                document.getString("jwk"),
                document.getDate("createdAt").toInstant());
    }
}
