package vn.ocopmarket.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.testing.Eventually;

/** Imports that are not at their end, and workers that die over them. */
final class HalfDone {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Bson HALF_DONE = Filters.in("state", "QUEUED", "RUNNING", "APPLYING", "UNDOING");

    private final MongoCollection<Document> imports;

    HalfDone(MongoDatabase database) {
        this.imports = database.getCollection("imports");
    }

    /** None: one that is left over would change the catalogue in the midst of another test, once its worker's term is over. */
    void isNothing() {
        assertThat(all(HALF_DONE)).isEmpty();
    }

    /** As when its worker fell silent long ago. */
    void isForgotten(String id) {
        var expired = Mono.from(imports.updateOne(Filters.eq("_id", id), Updates.set("leaseUntil", new Date(0))))
                .block(PATIENCE);
        assertThat(expired).isNotNull();
    }

    /** Some workers die over it, each at its moment, and another takes it to its end. */
    void outlives(RunningImports running, String id, List<Integer> milliseconds) {
        for (var moment : milliseconds) {
            var dying = running.runOne().subscribe();
            LockSupport.parkNanos(Duration.ofMillis(moment).toNanos());
            dying.dispose();
            isForgotten(id);
        }
        // The last word of a dead worker may come late, and keep the import from others for its term.
        Eventually.until(PATIENCE, () -> {
            isForgotten(id);
            assertThat(running.runOne().block(PATIENCE)).isNotNull();
            return all(Filters.and(Filters.eq("_id", id), HALF_DONE)).isEmpty();
        });
    }

    /** Deaths come at random moments; nothing is waited for here. */
    static List<Integer> moments(Random random, int deaths, int least, int most) {
        return random.ints(deaths, least, most).boxed().toList();
    }

    private List<Document> all(Bson filter) {
        return Objects.requireNonNull(
                Flux.from(imports.find(filter)).collectList().block(PATIENCE));
    }
}
