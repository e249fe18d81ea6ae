package vn.ocopmarket.storefront.cart.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.Cart;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.Carts;

/** The lines are a sub-document by SKU, so that one update puts a line in whether or not it was there. */
@Component
final class MongoCarts implements Carts {

    static final String COLLECTION = "carts";
    static final String TOUCHED = "touchedAt";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
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
        return Mono.from(carts.insertOne(empty)).timeout(TIMEOUT).map(_ -> cart(empty));
    }

    @Override
    public Mono<Cart> find(String id) {
        return Mono.from(carts.find(eq("_id", id)).first()).timeout(TIMEOUT).map(MongoCarts::cart);
    }

    @Override
    public Mono<Cart> put(String id, CartLine line) {
        var stored = new Document("sku", line.sku())
                .append("quantity", line.quantity())
                .append("price", line.priceWhenAdded().amount());
        return change(eq("_id", id), set(path(line.sku()), stored), AFTER);
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

    @Override
    public Mono<Void> ordered(String id, String orderId, Collection<String> skus) {
        var removals = skus.stream().map(sku -> unset(path(sku))).toArray(Bson[]::new);
        return change(claimed(id, orderId), combine(combine(removals), unset("orderId")), AFTER)
                .then();
    }

    private Mono<Cart> change(Bson filter, Bson update, FindOneAndUpdateOptions options) {
        var touched = set(TOUCHED, Date.from(clock.instant()));
        return Mono.from(carts.findOneAndUpdate(filter, combine(update, touched), options))
                .timeout(TIMEOUT)
                .map(MongoCarts::cart);
    }

    private static Bson claimed(String id, String orderId) {
        return and(eq("_id", id), eq("orderId", orderId));
    }

    /** A SKU may contain what means something in a path. */
    private static String path(String sku) {
        return "lines." + sku.replace("%", "%25").replace(".", "%2e").replace("$", "%24");
    }

    private static Cart cart(Document stored) {
        var lines = stored.get("lines", new Document()).values().stream()
                .map(Document.class::cast)
                .map(line -> new CartLine(
                        line.getString("sku"), line.getLong("quantity"), Money.dong(line.getLong("price"))))
                .toList();
        return new Cart(
                stored.getString("_id"),
                lines,
                stored.getString("orderId"),
                stored.getDate(TOUCHED).toInstant());
    }
}
