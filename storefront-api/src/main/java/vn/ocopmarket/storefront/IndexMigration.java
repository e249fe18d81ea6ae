package vn.ocopmarket.storefront;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.MakingIndexes;

/** Makes every declared index before the service takes requests; when one cannot be made, the service does not start. */
final class IndexMigration implements SmartInitializingSingleton {

    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final MakingIndexes making;
    private final List<CollectionIndexes> declared;

    IndexMigration(MakingIndexes making, List<CollectionIndexes> declared) {
        this.making = making;
        this.declared = List.copyOf(declared);
    }

    @Override
    public void afterSingletonsInstantiated() {
        migrate().toFuture().join();
    }

    Mono<Void> migrate() {
        return Flux.fromIterable(declared)
                .concatMap(collection -> making.make(collection.collection(), collection.indexes()))
                .then()
                .timeout(AT_MOST);
    }
}
