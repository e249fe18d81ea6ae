package vn.ocopmarket.storefront.cart.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static vn.ocopmarket.storefront.cart.mongo.CartDocuments.REVISION;
import static vn.ocopmarket.storefront.cart.mongo.CartDocuments.TOUCHED;
import static vn.ocopmarket.storefront.cart.mongo.CartDocuments.document;
import static vn.ocopmarket.storefront.cart.mongo.CartDocuments.path;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocopmarket.storefront.cart.Cart;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.Carts;

/** The lines are a sub-document by SKU, so that one update puts a line in whether or not it was there. */
@Component
final class MongoCarts implements Carts {

    static final String COLLECTION = "carts";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** Of a cart: which others it took, each with its revision. The latest are enough: who tries again does so soon. */
    private static final String TOOK = "took";

    private static final String TAKEN_BY = "takenBy";
    private static final int LATEST = 100;

    private static final FindOneAndUpdateOptions BEFORE =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE);
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> carts;
    private final Clock clock;

    MongoCarts(MongoDatabase database, Clock clock) {
        this.carts = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    @Override
    public Mono<Cart> create(String id) {
        var empty = new Document("_id", id).append("lines", new Document()).append(TOUCHED, Date.from(clock.instant()));
        return Mono.from(carts.insertOne(empty)).timeout(TIMEOUT).map(_ -> CartDocuments.cart(empty));
    }

    @Override
    public Mono<Cart> ensure(String id) {
        var empty = combine(setOnInsert("lines", new Document()), setOnInsert(TOUCHED, Date.from(clock.instant())));
        var made = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(carts.findOneAndUpdate(eq("_id", id), empty, made))
                .timeout(TIMEOUT)
                .retryWhen(Retry.max(1).filter(MongoCarts::wasMadeMeanwhile))
                .map(CartDocuments::cart);
    }

    @Override
    public Mono<Cart> find(String id) {
        return Mono.from(carts.find(eq("_id", id)).first()).timeout(TIMEOUT).map(CartDocuments::cart);
    }

    @Override
    public Mono<Cart> put(String id, CartLine line) {
        return change(eq("_id", id), set(path(line.sku()), document(line)), BEFORE);
    }

    @Override
    public Mono<Cart> remove(String id, String sku) {
        return change(eq("_id", id), unset(path(sku)), AFTER);
    }

    @Override
    public Mono<Cart> claim(String id, String orderId, @Nullable String expected) {
        var mayBelongTo = in("orderId", Arrays.asList(null, orderId, expected));
        return change(and(eq("_id", id), mayBelongTo), set("orderId", orderId), new FindOneAndUpdateOptions());
    }

    @Override
    public Mono<Void> unclaim(String id, String orderId) {
        return change(claimed(id, orderId), unset("orderId"), AFTER).then();
    }

    /** What another cart took together with the claim goes from there, too; without the claim, what it had not itself. */
    @Override
    public Mono<Void> ordered(String id, String orderId, Collection<String> skus) {
        var removals = skus.stream().map(sku -> unset(path(sku))).toArray(Bson[]::new);
        var update = combine(combine(removals), unset("orderId"));
        return changed(claimed(id, orderId), update, AFTER)
                .mapNotNull(cart -> cart.getString(TAKEN_BY))
                .flatMap(other -> change(claimed(other, orderId), update, AFTER)
                        .switchIfEmpty(Mono.defer(() -> brought(other, id, skus))))
                .then();
    }

    private Mono<Cart> brought(String id, String from, Collection<String> skus) {
        return Flux.fromIterable(skus)
                .map(CartDocuments::path)
                .concatMap(path ->
                        change(and(eq("_id", id), eq(CartDocuments.broughtBy(path), from)), unset(path), AFTER))
                .then(Mono.empty());
    }

    @Override
    public Mono<Void> take(String id, Cart other) {
        return find(id).map(Cart::skus)
                .defaultIfEmpty(List.of())
                .flatMap(had -> takeOnce(
                        id,
                        other,
                        other.lines().stream()
                                .map(line -> CartDocuments.merged(line, other.id(), had))
                                .toArray(Bson[]::new)));
    }

    private Mono<Void> takeOnce(String id, Cart other, Bson... lines) {
        var mark = other.id() + ":" + other.revision();
        var notYet = and(eq("_id", id), ne(TOOK, mark));
        var update = combine(combine(lines), pushEach(TOOK, List.of(mark), new PushOptions().slice(-LATEST)));
        var plain = Mono.defer(() -> change(notYet, update, AFTER));
        var claim = other.orderId();
        var withClaim = claim == null
                ? Mono.<Cart>empty()
                : change(
                        and(notYet, eq("lines", new Document()), eq("orderId", null)),
                        combine(update, set("orderId", claim)),
                        AFTER);
        // A cart that went away is made anew. Where there is one after all, it has the lines already, or was made just
        // now.
        var made = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return withClaim
                .switchIfEmpty(Mono.defer(() -> change(notYet, update, made)))
                .onErrorResume(MongoCarts::wasMadeMeanwhile, _ -> plain)
                .then();
    }

    @Override
    public Mono<Boolean> taken(Cart other, String by) {
        // Carts from before revisions were counted have none.
        var revision = other.revision() == 0 ? in(REVISION, Arrays.asList(null, 0L)) : eq(REVISION, other.revision());
        var emptied = combine(set("lines", new Document()), set(TAKEN_BY, by));
        return change(and(eq("_id", other.id()), revision), emptied, AFTER).hasElement();
    }

    @Override
    public Mono<Void> forget(String id) {
        return Mono.from(carts.deleteOne(eq("_id", id))).timeout(TIMEOUT).then();
    }

    private Mono<Cart> change(Bson filter, Bson update, FindOneAndUpdateOptions options) {
        return changed(filter, update, options).map(CartDocuments::cart);
    }

    private Mono<Document> changed(Bson filter, Bson update, FindOneAndUpdateOptions options) {
        var touched = combine(set(TOUCHED, Date.from(clock.instant())), inc(REVISION, 1L));
        return Mono.from(carts.findOneAndUpdate(filter, combine(update, touched), options))
                .timeout(TIMEOUT);
    }

    private static boolean wasMadeMeanwhile(Throwable error) {
        return error instanceof MongoException e
                && ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    private static Bson claimed(String id, String orderId) {
        return and(eq("_id", id), eq("orderId", orderId));
    }
}
