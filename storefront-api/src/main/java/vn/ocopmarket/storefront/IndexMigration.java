package vn.ocopmarket.storefront;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes every declared index before the service takes requests; when one cannot be made, the service does not start. */
final class IndexMigration implements SmartInitializingSingleton {

    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final MongoDatabase database;
    private final List<CollectionIndexes> declared;

    IndexMigration(MongoDatabase database, List<CollectionIndexes> declared) {
        this.database = database;
        this.declared = List.copyOf(declared);
    }

    @Override
    public void afterSingletonsInstantiated() {
        migrate().toFuture().join();
    }

    Mono<Void> migrate() {
        return Flux.fromIterable(declared)
                .filter(collection -> !collection.indexes().isEmpty())
                .concatMap(collection ->
                        database.getCollection(collection.collection()).createIndexes(collection.indexes()))
                .then()
                .timeout(AT_MOST);
    }
}
