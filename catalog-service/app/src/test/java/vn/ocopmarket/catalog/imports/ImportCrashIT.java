package vn.ocopmarket.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
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
    void leaveTheWorkerAtWork() {
        worker.start();
    }

    @Test
    void goesOnWhereADeadWorkerStoppedWithoutDoublingAnything() {
        var rows = IntStream.rangeClosed(1, 1_500)
                .mapToObj(number -> number % 100 == 0
                        ? Rows.with(number, "stars", "9")
                        : Rows.with(number, "product", "Sản phẩm bền bỉ " + number))
                .toList();
        var id = ImportClient.post(administrator(), Map.of("rows", rows));

        var random = new Random(7);
        for (int death = 0; death < 8; death++) {
            var dying = running.runOne().subscribe();
            pause(50 + random.nextInt(250));
            dying.dispose();
            expireLease(id);
        }
        while (Boolean.TRUE.equals(running.runOne().block(PATIENCE))) {
            expireLease(id);
        }

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
        expireLease(id);
        assertThat(running.runOne().block(PATIENCE)).isTrue();
        assertThat(ImportClient.await(administrator(), id).accepted()).isEqualTo(1);
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

    private void expireLease(String id) {
        var expired = Mono.from(database()
                        .getCollection("imports")
                        .updateOne(Filters.eq("_id", id), Updates.set("leaseUntil", new Date(0))))
                .block(PATIENCE);
        assertThat(expired).isNotNull();
    }

    private List<Document> all(String collection, org.bson.conversions.Bson filter) {
        return java.util.Objects.requireNonNull(
                Flux.from(database().getCollection(collection).find(filter))
                        .collectList()
                        .block(PATIENCE));
    }

    /** Deaths come at random moments; nothing is waited for here. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
