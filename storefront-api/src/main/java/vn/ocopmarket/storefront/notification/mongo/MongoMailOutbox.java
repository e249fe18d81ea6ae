package vn.ocopmarket.storefront.notification.mongo;

import static com.mongodb.client.model.Filters.eq;
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
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.MailOutbox;

/** Letters, one document each; {@code due} is there as long as somebody is to send it. */
@Repository
class MongoMailOutbox implements MailOutbox {

    static final String COLLECTION = "mails";
    static final String DUE = "due";
    static final String DONE_AT = "doneAt";
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
                .append("attempts", 0)
                .append(DUE, Date.from(due));
        return Mono.from(mails.insertOne(document))
                .timeout(LONGEST_WAIT)
                .then()
                .onErrorResume(MongoWriteException.class, MongoMailOutbox::nothingWhenThere);
    }

    @Override
    public Mono<Claim> claim(Instant now, Instant until) {
        var claimed = combine(set(DUE, Date.from(until)), inc("attempts", 1));
        var oldest = new FindOneAndUpdateOptions().sort(ascending(DUE)).returnDocument(ReturnDocument.AFTER);
        return Mono.from(mails.findOneAndUpdate(lte(DUE, Date.from(now)), claimed, oldest))
                .timeout(LONGEST_WAIT)
                .map(MongoMailOutbox::read);
    }

    @Override
    public Mono<Void> delivered(String id, Instant at) {
        return update(eq(id), wiped("SENT", at));
    }

    @Override
    public Mono<Void> retry(String id, Instant due) {
        return update(eq(id), set(DUE, Date.from(due)));
    }

    @Override
    public Mono<Void> giveUp(String id, Instant at) {
        return update(eq(id), wiped("GIVEN_UP", at));
    }

    private static Bson wiped(String state, Instant at) {
        return combine(
                set("state", state),
                set(DONE_AT, Date.from(at)),
                unset(DUE),
                unset("to"),
                unset("subject"),
                unset("text"));
    }

    private Mono<Void> update(Bson filter, Bson change) {
        return Mono.from(mails.updateOne(filter, change)).timeout(LONGEST_WAIT).then();
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
        return new Claim(mail, document.getInteger("attempts"));
    }
}
