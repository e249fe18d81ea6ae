package vn.ocopmarket.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.RunningCatalog;

/** Imports whose worker dies at any point, and imports that meet. */
class ImportCrashIT extends RunningCatalog {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private ImportWorker worker;

    @Autowired
    private RunningImports running;

    @Autowired
    private RunningImports.Stores stores;

    @BeforeEach
    void stopTheWorker() {
        worker.stop();
    }

    /** Other tests have the same one. */
    @AfterEach
    void leaveTheWorkerWithoutWork() {
        try {
            new HalfDone(database()).isNothing();
        } finally {
            worker.start();
        }
    }

    @Test
    void goesOnWhereADeadWorkerStoppedWithoutDoublingAnything() {
        var rows = IntStream.rangeClosed(1, 1_500)
                .mapToObj(number -> number % 100 == 0
                        ? Rows.with(number, "stars", "9")
                        : Rows.with(number, "product", "Sản phẩm bền bỉ " + number))
                .toList();
        var id = ImportClient.post(administrator(), Map.of("rows", rows));

        new HalfDone(database()).outlives(running, id, HalfDone.moments(new Random(7), 8, 50, 300));

        var done = ImportClient.await(administrator(), id);
        assertThat(done.state()).isEqualTo("done");
        assertThat(List.of(done.rows(), done.accepted(), done.rejected())).containsExactly(1_500, 1_485, 15);
        assertThat(done.errors())
                .extracting(ImportClient.Issue::row)
                .containsExactly(100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_100, 1_200, 1_300, 1_400, 1_500);
        var products = all("products", Filters.regex("name", "^Sản phẩm bền bỉ"));
        assertThat(products).hasSize(1_485);
        assertThat(products)
                .allSatisfy(product -> assertThat(product.getLong("revision")).isEqualTo(1));
        assertThat(all("importFiles", Filters.eq("importId", id))).isEmpty();
    }

    @Test
    void whoLostTheClaimNeitherEndsTheImportNorForgetsItsFile() {
        var id = ImportClient.post(
                administrator(), Map.of("rows", List.of(Rows.with(1, "product", "Hai người cùng làm"))));
        var slow = new ImportStage() {
            @Override
            public ImportJob.State in() {
                return ImportJob.State.RUNNING;
            }

            @Override
            public Mono<ImportJob.State> run(Imports.Claim claim) {
                return Mono.from(database()
                                .getCollection("imports")
                                .updateOne(Filters.eq("_id", id), Updates.set("leaseUntil", new Date(0))))
                        .then(stores.imports().claim("another", Duration.ofMinutes(1)))
                        .thenReturn(ImportJob.State.DONE);
            }
        };

        assertThat(new RunningImports(stores, ImportSettings.of("slow"), List.of(slow))
                        .runOne()
                        .block(PATIENCE))
                .isTrue();

        assertThat(all("imports", Filters.eq("_id", id)))
                .extracting(job -> job.getString("state"))
                .containsExactly("RUNNING");
        assertThat(all("importFiles", Filters.eq("importId", id))).isNotEmpty();
        new HalfDone(database()).isForgotten(id);
        assertThat(running.runOne().block(PATIENCE)).isTrue();
        assertThat(ImportClient.await(administrator(), id).accepted()).isEqualTo(1);
    }

    /** Once it has ended the same file may be sent again at any moment. */
    @Test
    void hasForgottenItsFileWhenItEndsAlsoWhereAWorkerDiesInBetween() {
        var id = ImportClient.post(administrator(), Map.of("rows", List.of(Rows.with(1, "product", "Quên tệp"))));
        var filesAtTheEnd = new CompletableFuture<List<Document>>();
        var dying = (Imports) Proxy.newProxyInstance(
                Imports.class.getClassLoader(), new Class<?>[] {Imports.class}, (_, method, arguments) -> {
                    if (method.getName().equals("finish")) {
                        return found("importFiles", Filters.eq("importId", id))
                                .doOnNext(filesAtTheEnd::complete)
                                .then(Mono.never());
                    }
                    return method.invoke(stores.imports(), arguments);
                });
        var stage = new ImportStage() {
            @Override
            public ImportJob.State in() {
                return ImportJob.State.RUNNING;
            }

            @Override
            public Mono<ImportJob.State> run(Imports.Claim claim) {
                return Mono.just(ImportJob.State.DONE);
            }
        };
        var worker = new RunningImports(
                        new RunningImports.Stores(dying, stores.files(), stores.plans()),
                        ImportSettings.of("dying"),
                        List.of(stage))
                .runOne()
                .subscribe();
        assertThat(Mono.fromFuture(filesAtTheEnd).block(PATIENCE)).isEmpty();
        worker.dispose();

        new HalfDone(database()).isForgotten(id);
        assertThat(running.runOne().block(PATIENCE)).isTrue();

        assertThat(ImportClient.await(administrator(), id))
                .extracting(ImportClient.View::state, ImportClient.View::failure)
                .containsExactly("done", null);
    }

    @Test
    void theSameFileSentManyTimesAtOnceIsOneImport() {
        var rows = Map.of("rows", List.of(Rows.with(1, "product", "Gửi nhiều lần")));

        var ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> ImportClient.post(administrator(), rows))
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(all("imports", Filters.eq("_id", ids.getFirst()))).hasSize(1);
        assertThat(running.runOne().block(PATIENCE)).isTrue();
        assertThat(ImportClient.await(administrator(), ids.getFirst()).accepted())
                .isEqualTo(1);
        assertThat(running.runOne().block(PATIENCE)).as("nothing is left").isFalse();
    }

    @Test
    void importsThatMeetOnTheSameProductsMakeEachOnce() {
        var ids = IntStream.range(0, 3)
                .mapToObj(list -> IntStream.rangeClosed(1, 300)
                        .mapToObj(number -> {
                            var row = new HashMap<>(Rows.with(number, "product", "Gặp nhau " + number));
                            row.put("story", "Danh sách " + list);
                            return row;
                        })
                        .toList())
                .map(rows -> ImportClient.post(administrator(), Map.of("rows", rows)))
                .toList();

        var one = running.runOne().repeat().takeWhile(found -> found).then();
        assertThat(Mono.when(one, one, one).then(Mono.just("ended")).block(PATIENCE))
                .isEqualTo("ended");

        assertThat(ids).allSatisfy(id -> {
            var done = ImportClient.await(administrator(), id);
            assertThat(done.accepted()).isEqualTo(300);
        });
        var products = all("products", Filters.regex("name", "^Gặp nhau"));
        assertThat(products).hasSize(300);
        assertThat(products).allSatisfy(product -> {
            assertThat(product.getLong("revision")).isBetween(1L, 3L);
            assertThat(product.getList("variants", Document.class)).hasSize(1);
            assertThat(product.getList("certificates", Document.class)).hasSize(1);
        });
    }

    private List<Document> all(String collection, Bson filter) {
        return Objects.requireNonNull(found(collection, filter).block(PATIENCE));
    }

    private Mono<List<Document>> found(String collection, Bson filter) {
        return Flux.from(database().getCollection(collection).find(filter)).collectList();
    }
}
