package vn.ocopmarket.storefront.notification.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.MailOutbox;
import vn.ocopmarket.storefront.notification.ParkedMails;

/** Letters, one document each; {@code due} is there as long as somebody is to send it. */
@Repository
class MongoMailOutbox implements MailOutbox, ParkedMails {

    static final String COLLECTION = "mails";
    static final String DUE = "due";
    static final String DONE_AT = "doneAt";
    static final String PARKED_AT = "parkedAt";
    private static final String STATE = "state";
    private static final String ATTEMPTS = "attempts";
    private static final String PARKED = "PARKED";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> mails;

    MongoMailOutbox(MongoDatabase database) {
        this.mails = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> add(Mail mail, Instant due) {
        var document = new Document("_id", mail.id())
                .append("to", mail.to())
                .append("subject", mail.subject())
                .append("text", mail.text())
                .append(ATTEMPTS, 0)
                .append(DUE, Date.from(due));
        return Mono.from(mails.insertOne(document))
                .timeout(LONGEST_WAIT)
                .then()
                .onErrorResume(MongoWriteException.class, MongoMailOutbox::nothingWhenThere);
    }

    @Override
    public Mono<Claim> claim(Instant now, Instant until) {
        var claimed = combine(set(DUE, Date.from(until)), inc(ATTEMPTS, 1));
        var oldest = new FindOneAndUpdateOptions().sort(ascending(DUE)).returnDocument(ReturnDocument.AFTER);
        return Mono.from(mails.findOneAndUpdate(lte(DUE, Date.from(now)), claimed, oldest))
                .timeout(LONGEST_WAIT)
                .map(MongoMailOutbox::read);
    }

    @Override
    public Mono<Void> delivered(Claim claim, Instant at) {
        return update(claim, wiped("SENT", at));
    }

    @Override
    public Mono<Void> retry(Claim claim, Instant due) {
        return update(claim, set(DUE, Date.from(due)));
    }

    /** It goes for good like all that is done, when nobody cared for long enough. */
    @Override
    public Mono<Void> park(Claim claim, String why, Instant at) {
        var parked = combine(
                set(STATE, PARKED),
                set("why", why),
                set(PARKED_AT, Date.from(at)),
                set(DONE_AT, Date.from(at)),
                unset(DUE));
        return update(claim, parked);
    }

    @Override
    public Flux<ParkedMail> parked(int limit) {
        return Flux.from(
                        mails.find(exists(PARKED_AT)).sort(ascending(PARKED_AT)).limit(limit))
                .timeout(LONGEST_WAIT)
                .map(MongoMailOutbox::parkedMail);
    }

    @Override
    public Mono<Boolean> replay(String id, Instant due) {
        var again = combine(
                set(DUE, Date.from(due)),
                set(ATTEMPTS, 0),
                unset(STATE),
                unset("why"),
                unset(PARKED_AT),
                unset(DONE_AT));
        return changed(and(eq(id), eq(STATE, PARKED)), again);
    }

    @Override
    public Mono<Boolean> drop(String id, String why, String by, Instant at) {
        var dropped = combine(wiped("DROPPED", at), unset(PARKED_AT), set("droppedFor", why), set("droppedBy", by));
        return changed(and(eq(id), eq(STATE, PARKED)), dropped);
    }

    private Mono<Boolean> changed(Bson filter, Bson change) {
        return Mono.from(mails.updateOne(filter, change))
                .timeout(LONGEST_WAIT)
                .map(result -> result.getMatchedCount() == 1);
    }

    private static ParkedMail parkedMail(Document document) {
        return new ParkedMail(
                document.getString("_id"),
                document.getString("subject"),
                document.getString("to"),
                document.getString("why"),
                document.getInteger(ATTEMPTS),
                document.getDate(PARKED_AT).toInstant());
    }

    private static Bson wiped(String state, Instant at) {
        return combine(
                set(STATE, state),
                set(DONE_AT, Date.from(at)),
                unset(DUE),
                unset("to"),
                unset("subject"),
                unset("text"));
    }

    private Mono<Void> update(Claim claim, Bson change) {
        var mine = and(eq(claim.mail().id()), eq(ATTEMPTS, claim.attempt()), exists(DUE));
        return Mono.from(mails.updateOne(mine, change)).timeout(LONGEST_WAIT).then();
    }

    private static Mono<Void> nothingWhenThere(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY ? Mono.empty() : Mono.error(e);
    }

    private static Claim read(Document document) {
        var mail = new Mail(
                document.getString("_id"),
                document.getString("to"),
                document.getString("subject"),
                document.getString("text"));
        return new Claim(mail, document.getInteger(ATTEMPTS));
    }
}
