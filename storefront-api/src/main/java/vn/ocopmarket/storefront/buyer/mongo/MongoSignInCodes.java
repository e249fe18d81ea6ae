package vn.ocopmarket.storefront.buyer.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.buyer.SignInCodes;

/** Codes, one document each under the hash of its ticket; the server sweeps those that ran out. */
@Repository
class MongoSignInCodes implements SignInCodes {

    static final String COLLECTION = "buyerCodes";
    static final String EXPIRES_AT = "expireAt";

    private static final String TRIES = "tries";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> codes;

    MongoSignInCodes(MongoDatabase database) {
        this.codes = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> add(SentCode code) {
        var document = new Document("_id", code.ticketHash())
                .append("email", code.email())
                .append("codeHash", code.codeHash())
                .append(TRIES, code.tries())
                .append(EXPIRES_AT, Date.from(code.expiresAt()));
        return Mono.from(codes.insertOne(document)).timeout(LONGEST_WAIT).then();
    }

    @Override
    public Mono<SentCode> tried(String ticketHash, int most, Instant now) {
        var open = and(eq(ticketHash), lt(TRIES, most), gt(EXPIRES_AT, Date.from(now)));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(codes.findOneAndUpdate(open, inc(TRIES, 1), after))
                .timeout(LONGEST_WAIT)
                .map(document -> new SentCode(
                        document.getString("_id"),
                        document.getString("email"),
                        document.getString("codeHash"),
                        document.getInteger(TRIES),
                        document.getDate(EXPIRES_AT).toInstant()));
    }

    @Override
    public Mono<Boolean> use(String ticketHash) {
        return Mono.from(codes.deleteOne(eq(ticketHash)))
                .timeout(LONGEST_WAIT)
                .map(result -> result.getDeletedCount() == 1);
    }
}
