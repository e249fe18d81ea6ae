package vn.ocopmarket.catalog.product.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Histories;
import vn.ocopmarket.catalog.history.KeptHistory;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.outbox.Relay;

@Repository
class MongoProducts implements Products {

    static final String COLLECTION = "products";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int BATCH = 250;
    private static final Bson THERE = eq(ProductDocuments.REMOVED, null);
    private static final Bson PUBLISHED = Projections.exclude(ProductDocuments.HISTORY, "outbox");

    private final MongoCollection<Document> products;
    private final ProductWrites writes;
    private final Histories histories;

    MongoProducts(MongoDatabase database, Relay.Hints hints, Histories histories) {
        this.histories = histories;
        this.products = database.getCollection(COLLECTION);
        this.writes = new ProductWrites(products, hints);
    }

    @Override
    public Mono<CatalogProduct> find(String idOrSlug) {
        return first(eq("_id", idOrSlug)).switchIfEmpty(Mono.defer(() -> first(eq("slug", idOrSlug))));
    }

    private Mono<CatalogProduct> first(Bson filter) {
        return Mono.from(products.find(and(filter, THERE)).first())
                .map(ProductDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<ProductRecord> withIds(Collection<String> ids) {
        return records(products.find(and(in("_id", ids), THERE)));
    }

    @Override
    public Flux<CatalogProduct> withIdsEvenRemoved(Collection<String> ids) {
        return ids.isEmpty() ? Flux.empty() : kept(in("_id", ids));
    }

    @Override
    public Mono<Boolean> anyOf(String producerId) {
        return records(products.find(and(eq("producer.id", producerId), THERE)).limit(1))
                .hasElements();
    }

    @Override
    public Flux<ProductRecord> withSkus(Collection<String> skus) {
        return records(products.find(and(in("skus", skus), THERE)));
    }

    @Override
    public Flux<ProductRecord> page(@Nullable String after, int limit) {
        return records(products.find(after == null ? THERE : and(gt("_id", after), THERE))
                .sort(Sorts.ascending("_id"))
                .limit(limit));
    }

    @Override
    public Flux<ProductRecord> all() {
        return page(null, BATCH)
                .collectList()
                .expand(page -> page.size() < BATCH
                        ? Mono.empty()
                        : page(page.getLast().id(), BATCH).collectList())
                .concatMapIterable(page -> page, 1);
    }

    @Override
    public Flux<CatalogProduct> ofProducer(String producerId) {
        return kept(and(eq("producer.id", producerId), THERE));
    }

    /** Stories and histories are the greater part of a product, and lists show neither. */
    @Override
    public Flux<ProductRecord> ofProvinces(Collection<String> codes) {
        return records(products.find(and(in("place.provinceCode", codes), THERE))
                .projection(Projections.exclude("story", "narrative", "history")));
    }

    /** A query for each kind of key, since an index serves one of them. */
    @Override
    public Flux<CatalogProduct> matching(Keys keys) {
        return Flux.merge(
                        keyed("identities", keys.identities()),
                        keyed("skus", keys.skus()),
                        keyed("gtins", keys.gtins()))
                .distinct(product -> product.record().id());
    }

    private Flux<CatalogProduct> keyed(String field, Set<String> values) {
        return values.isEmpty() ? Flux.empty() : kept(in(field, values));
    }

    @Override
    public Mono<Set<String>> taken(Collection<String> slugs) {
        return Flux.from(products.find(in("slug", slugs)).projection(Projections.include("slug")))
                .map(document -> document.getString("slug"))
                .collect(Collectors.toSet())
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Set<String>> write(List<CatalogProduct> next) {
        return next.isEmpty()
                ? Mono.just(Set.of())
                : Flux.fromIterable(next)
                        .filter(product -> KeptHistory.isLong(product.history()))
                        .concatMap(product -> KeptHistory.moveOut(
                                histories,
                                Histories.Kind.PRODUCT,
                                product.record().id(),
                                product.history()))
                        .then(Mono.defer(() -> writes.write(next).timeout(TIMEOUT.multipliedBy(3))));
    }

    private Flux<ProductRecord> records(FindPublisher<Document> found) {
        return Flux.from(found.projection(PUBLISHED).batchSize(BATCH))
                .timeout(TIMEOUT)
                .map(ProductDocuments::toRecord);
    }

    private Flux<CatalogProduct> kept(Bson filter) {
        return Flux.from(products.find(filter).batchSize(BATCH))
                .timeout(TIMEOUT)
                .map(ProductDocuments::fromDocument);
    }

    static Bson revision(String id, long revision) {
        return and(eq("_id", id), eq("revision", revision));
    }
}
