package vn.ocopmarket.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.embeddedmongo.Driver.doc;
import static vn.ocopmarket.embeddedmongo.Driver.done;
import static vn.ocopmarket.embeddedmongo.Driver.one;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RaceIT extends ServerTest {

    private static final int CLIENTS = 32;

    @Test
    void sellsTheLastUnitsExactlyOnce() {
        done(things.insertOne(doc("_id", "sku", "available", 700)));
        Long won = Flux.range(0, 1_000)
                .flatMap(
                        _ -> Mono.from(things.findOneAndUpdate(
                                and(eq("_id", "sku"), gte("available", 1)), inc("available", -1))),
                        CLIENTS)
                .count()
                .block();
        assertThat(won).isEqualTo(700);
        assertThat(one(things.find().first()).getInteger("available")).isZero();
    }

    @Test
    void letsOneOfManyUpsertsAndInsertsWin() {
        done(things.createIndex(doc("sku", 1), new IndexOptions().unique(true)));
        Long inserted = Flux.range(0, 64)
                .flatMap(
                        i -> Mono.from(things.insertOne(doc("_id", i, "sku", "one")))
                                .onErrorComplete(),
                        CLIENTS)
                .count()
                .block();
        assertThat(inserted).isEqualTo(1);
        done(Flux.range(0, 64)
                .flatMap(
                        _ -> Mono.from(things.updateOne(eq("_id", "x"), inc("n", 1), new UpdateOptions().upsert(true))),
                        CLIENTS)
                .then());
        assertThat(one(things.find(eq("_id", "x")).first()).getInteger("n")).isEqualTo(64);
    }

    @Test
    void neverShowsHalfAChange() {
        done(things.insertOne(doc("_id", 1, "a", 0, "b", 0)));
        AtomicBoolean running = new AtomicBoolean(true);
        Mono<Void> writer = Flux.range(1, 2_000)
                .concatMap(i -> Mono.from(things.updateOne(
                        eq("_id", 1),
                        i % 2 == 0
                                ? combine(set("a", i), set("b", i), set("extra" + i % 5, i))
                                : combine(set("a", i), set("b", i), unset("extra" + (i + 2) % 5)))))
                .then()
                .doFinally(_ -> running.set(false));
        Mono<Long> reader = Flux.range(0, 8)
                .flatMap(_ -> Mono.defer(() -> Mono.from(things.find().first()))
                        .doOnNext(found -> assertThat(found.getInteger("a")).isEqualTo(found.getInteger("b")))
                        .repeat(running::get))
                .count();
        Long reads =
                Mono.zip(writer.thenReturn(true), reader, (_, count) -> count).block();
        assertThat(Objects.requireNonNull(reads)).isGreaterThan(100);
    }
}
