package vn.ocopmarket.storefront.buyer.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.buyer.Buyer;
import vn.ocopmarket.storefront.buyer.Buyers;

/** Buyers, one document each; the index of addresses decides who was first. */
@Repository
class MongoBuyers implements Buyers {

    static final String COLLECTION = "buyers";
    static final String EMAIL = "email";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> buyers;

    MongoBuyers(MongoDatabase database) {
        this.buyers = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Buyer> byId(String id) {
        return find(eq(id));
    }

    @Override
    public Mono<Buyer> keptOr(Buyer proposed) {
        var known = Mono.defer(() -> find(eq(EMAIL, proposed.email())));
        return known.switchIfEmpty(Mono.defer(() -> add(proposed)).switchIfEmpty(known));
    }

    @Override
    public Mono<Void> remove(String id) {
        return Mono.from(buyers.deleteOne(eq(id))).timeout(LONGEST_WAIT).then();
    }

    /** Empty when somebody else has made the account since. */
    private Mono<Buyer> add(Buyer buyer) {
        var document = new Document("_id", buyer.id())
                .append(EMAIL, buyer.email())
                .append("language", buyer.language())
                .append("cartId", buyer.cartId())
                .append("madeAt", Date.from(buyer.madeAt()));
        return Mono.from(buyers.insertOne(document))
                .timeout(LONGEST_WAIT)
                .map(_ -> buyer)
                .onErrorResume(MongoWriteException.class, MongoBuyers::emptyWhenTaken);
    }

    private Mono<Buyer> find(Bson filter) {
        return Mono.from(buyers.find(filter).first()).timeout(LONGEST_WAIT).map(MongoBuyers::read);
    }

    private static Buyer read(Document document) {
        return new Buyer(
                document.getString("_id"),
                document.getString(EMAIL),
                document.getString("language"),
                document.getString("cartId"),
                document.getDate("madeAt").toInstant());
    }

    private static Mono<Buyer> emptyWhenTaken(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY ? Mono.empty() : Mono.error(e);
    }
}
