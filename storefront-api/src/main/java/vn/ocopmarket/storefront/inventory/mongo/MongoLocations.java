package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;

/** There are few locations and every sale asks for them, so they are kept for a few seconds. */
@Component
final class MongoLocations implements Locations {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MongoCollection<Document> locations;
    private final AtomicReference<Mono<List<Location>>> kept;

    MongoLocations(MongoDatabase database) {
        this.locations = database.getCollection("locations");
        this.kept = new AtomicReference<>(read());
    }

    @Override
    public Mono<Boolean> create(Location location) {
        return Mono.from(locations.insertOne(document(location)))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(
                        MongoWriteException.class,
                        failure -> isDuplicate(failure) ? isSame(location) : Mono.error(failure))
                .doOnSuccess(_ -> kept.set(read()));
    }

    @Override
    public Mono<Boolean> change(Location location) {
        return Mono.from(locations.replaceOne(eq("_id", location.id()), document(location)))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1)
                .doOnSuccess(_ -> kept.set(read()));
    }

    @Override
    public Mono<Location> find(String id) {
        return all().filter(location -> location.id().equals(id)).next();
    }

    @Override
    public Flux<Location> all() {
        return Mono.defer(kept::get).flatMapIterable(all -> all);
    }

    private Mono<List<Location>> read() {
        return Flux.from(locations.find().sort(Sorts.ascending("_id")))
                .timeout(TIMEOUT)
                .map(MongoLocations::location)
                .collectList()
                .cache(_ -> FRESH, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Mono<Boolean> isSame(Location location) {
        return Mono.from(locations.find(eq("_id", location.id())).first())
                .timeout(TIMEOUT)
                .map(stored -> location(stored).equals(location));
    }

    private static boolean isDuplicate(MongoWriteException failure) {
        return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static Document document(Location location) {
        return new Document("_id", location.id())
                .append("name", location.name())
                .append("kind", location.kind().name())
                .append("provinceCode", location.provinceCode())
                .append("sellsOnline", location.sellsOnline())
                .append("pickup", location.pickup())
                .append("site", SiteDocuments.document(location.site()));
    }

    private static Location location(Document document) {
        return new Location(
                document.getString("_id"),
                document.getString("name"),
                Location.Kind.valueOf(document.getString("kind")),
                document.getString("provinceCode"),
                document.getBoolean("sellsOnline", false),
                document.getBoolean("pickup", false),
                SiteDocuments.site(document.get("site", Document.class)));
    }
}
