package vn.ocopmarket.storefront.signin.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.signin.Sessions;
import vn.ocopmarket.storefront.signin.SignIn.Missing;

/** Sessions, one document each under the hash of its id; the server sweeps those that ran out. */
@Repository
class MongoSessions implements Sessions {

    static final String COLLECTION = "sessions";
    static final String EXPIRES_AT = "expireAt";
    static final String ACCOUNT = "account";
    private static final String MISSING = "missing";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> sessions;

    MongoSessions(MongoDatabase database) {
        this.sessions = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> add(Session session) {
        var document = new Document("_id", session.idHash())
                .append(ACCOUNT, session.accountId())
                .append("generation", session.generation())
                .append("startedAt", Date.from(session.startedAt()))
                .append(EXPIRES_AT, Date.from(session.expiresAt()));
        if (session.missing() instanceof Missing missing) {
            var _ = document.append(MISSING, missing.name());
        }
        return done(sessions.insertOne(document));
    }

    @Override
    public Mono<Session> find(String idHash) {
        return Mono.from(sessions.find(eq(idHash)).first())
                .timeout(LONGEST_WAIT)
                .map(MongoSessions::read);
    }

    @Override
    public Mono<Void> extend(String idHash, Instant expiresAt) {
        return done(sessions.updateOne(eq(idHash), set(EXPIRES_AT, Date.from(expiresAt))));
    }

    @Override
    public Mono<Void> end(String idHash) {
        return done(sessions.deleteOne(eq(idHash)));
    }

    @Override
    public Mono<Void> endAllOf(String accountId) {
        return done(sessions.deleteMany(eq(ACCOUNT, accountId)));
    }

    private static Mono<Void> done(Publisher<?> change) {
        return Mono.from(change).timeout(LONGEST_WAIT).then();
    }

    private static Session read(Document document) {
        var missing = document.getString(MISSING);
        return new Session(
                document.getString("_id"),
                document.getString(ACCOUNT),
                document.getInteger("generation"),
                missing == null ? null : Missing.valueOf(missing),
                document.getDate("startedAt").toInstant(),
                document.getDate(EXPIRES_AT).toInstant());
    }
}
