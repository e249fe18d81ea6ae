package vn.ocopmarket.catalog;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import vn.ocopmarket.service.MakingIndexes;

/** Makes every declared index before anything else runs; without one of them the service does not start. */
@Component
class IndexMigration implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MakingIndexes making;
    private final List<CollectionIndexes> declared;
    private volatile boolean running;

    IndexMigration(MongoDatabase database, Clock clock, List<CollectionIndexes> declared) {
        this.making = new MakingIndexes(database, clock);
        this.declared = List.copyOf(declared);
    }

    @Override
    public void start() {
        try {
            Flux.fromIterable(declared)
                    .concatMap(wanted -> making.make(wanted.collection(), wanted.indexes()))
                    .then()
                    .timeout(PATIENCE)
                    .toFuture()
                    .get();
            running = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while making indexes", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An index could not be made: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
