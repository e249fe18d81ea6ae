package vn.ocopmarket.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.history.Histories;
import vn.ocopmarket.catalog.product.Befores;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.ListingProducts;
import vn.ocopmarket.catalog.product.Plans;
import vn.ocopmarket.catalog.product.Products;

/** Imports that are looked through first, and imports that are taken back: nothing else changes. */
class UndoIT extends RunningCatalog {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ImportWorker worker;

    @Autowired
    private RunningImports running;

    @Autowired
    private RunningImports.Stores stores;

    @Autowired
    private RowSources sources;

    @Autowired
    private ListingProducts listing;

    @Autowired
    private ListTerms terms;

    @Autowired
    private Scheduler importScheduler;

    @Autowired
    private Befores befores;

    @Autowired
    private Histories histories;

    @Autowired
    private Products products;

    @Autowired
    private Plans plans;

    /** Other tests have the same one; a test here that stops it may end before it starts it again. */
    @AfterEach
    void leaveTheWorkerWithoutWork() {
        try {
            new HalfDone(database()).isNothing();
        } finally {
            worker.start();
        }
    }

    @Test
    void takesBackAThousandRowsAndChangesNothingElse() {
        var _ = imported(rows(1, 700, "Thị trường", 1, 50_000));
        var before = everything();

        var preview = previewed(rows(201, 1_200, "Thị trường", 2, 60_000));

        assertThat(everything()).isEqualTo(before);
        assertThat(preview.get("state").asString()).isEqualTo("previewed");
        assertThat(preview.at("/preview/new").asInt()).isEqualTo(500);
        assertThat(preview.at("/preview/changed").asInt()).isEqualTo(500);
        assertThat(preview.at("/preview/unchanged").asInt()).isZero();
        var id = preview.get("id").asString();
        var differences = get("/api/v1/imports/" + id + "/differences?only=changed&limit=2");
        assertThat(differences.at("/items/0/changes").toString()).contains("variant.price", "50000", "60000");

        var _ = post("/api/v1/imports/" + id + "/applications", Map.of());
        assertThat(ended(id).get("state").asString()).isEqualTo("done");
        assertThat(everything()).isNotEqualTo(before).hasSize(before.size() + 500);

        var _ = post("/api/v1/imports/" + id + "/undoings", Map.of("reason", "Sai giá"));
        var undone = ended(id);

        assertThat(undone.get("state").asString()).isEqualTo("undone");
        assertThat(undone.at("/undo/restored").asInt()).isEqualTo(500);
        assertThat(undone.at("/undo/removed").asInt()).isEqualTo(500);
        assertThat(undone.at("/undo/left").asInt()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void mayBeImportedAgainAfterItWasUndone() {
        var rows = rows(1, 30, "Lại lần nữa", 1, 50_000);
        var before = everything();
        var id = imported(rows);
        var once = everything();
        undo(id, "Thử");
        assertThat(everything()).isEqualTo(before);

        assertThat(imported(rows)).isEqualTo(id);
        assertThat(everything()).isEqualTo(once);

        undo(id, "Thử nữa");
        assertThat(everything()).isEqualTo(before);
        var product = idOf("Lại lần nữa 1");
        assertThat(product).isEmpty();
    }

    @Test
    void leavesWhatOthersHaveChangedSinceAndTakesTheRestBackWhenAsked() {
        var _ = imported(rows(1, 3, "Có người sửa", 1, 50_000));
        var before = everything();
        var id = imported(rows(1, 3, "Có người sửa", 2, 60_000));
        var product = idOf("Có người sửa 2").orElseThrow();
        withdraw(product, "2/QĐ-UBND");
        var edited = everything().get(product);

        undo(id, "Nhầm tệp");

        var left = get("/api/v1/imports/" + id + "/undoings").get("items");
        assertThat(left).hasSize(1);
        assertThat(left.get(0).get("productId").asString()).isEqualTo(product);
        assertThat(left.get(0).get("changedSince").toString()).contains("certificates/2/QĐ-UBND");
        assertThat(left.get(0).get("undoable").toString()).contains("variants/");
        assertThat(everything().get(product)).isEqualTo(edited);

        var _ = post("/api/v1/imports/" + id + "/undoings/" + product, Map.of("reason", "Chỉ lấy lại giá"));

        var partly = Objects.requireNonNull(everything().get(product));
        assertThat(partly.at("/variants/0/price/amount").asInt()).isEqualTo(50_000);
        assertThat(partly.get("certificates")).hasSize(2);
        var others = everything();
        others.remove(product);
        before.remove(product);
        assertThat(others).isEqualTo(before);
        assertThat(get("/api/v1/products/" + product + "/history")
                        .get("items")
                        .valueStream()
                        .map(deed -> deed.get("what").asString()))
                .containsExactly("IMPORT_UNDONE", "CERTIFICATE_WITHDRAWN", "IMPORTED", "IMPORTED");
    }

    @Test
    void leavesAProductOfWhichOthersWroteLotsDown() {
        var before = everything();
        var id = imported(rows(1, 2, "Đã có lô", 1, 50_000));
        var product = idOf("Đã có lô 1").orElseThrow();
        var sku = Objects.requireNonNull(everything().get(product))
                .at("/variants/0/sku")
                .asString();
        var _ = post("/api/v1/lots", Map.of("sku", sku, "lot", "L1"));

        undo(id, "Nhầm tệp");

        var left = get("/api/v1/imports/" + id + "/undoings").get("items");
        assertThat(left).hasSize(1);
        assertThat(left.get(0).get("changedSince").toString()).isEqualTo("[\"lots\"]");
        assertThat(everything()).containsKey(product);
        assertThat(idOf("Đã có lô 2")).isEmpty();
        var _ = post("/api/v1/imports/" + id + "/undoings/" + product, Map.of("reason", "Chỉ lấy lại giá"));
        assertThat(everything()).as("nor is it taken away when asked for").containsKey(product);
        assertThat(everything().keySet()).containsAll(before.keySet());
    }

    @Test
    void knowsThatItWasUndoneWhenMuchWasDoneSince() {
        var id = imported(rows(1, 1, "Nhiều việc sau", 1, 50_000));
        var product = Objects.requireNonNull(
                products.withIdsEvenRemoved(Set.of(idOf("Nhiều việc sau 1").orElseThrow()))
                        .blockFirst());
        var undone = new Deed(Instant.EPOCH, "can-bo", Befores.UNDONE, id, "Nhầm")
                .making(2, List.of())
                .marked("run");
        histories
                .keep(Histories.Kind.PRODUCT, product.record().id(), List.of(undone))
                .block(PATIENCE);
        var since = new Deed(Instant.EPOCH, "can-bo", "PRODUCT_EDITED", "", "").making(13, List.of());
        var now = new CatalogProduct(
                product.record(), product.identities(), product.certifiedGroup(), List.of(since), false);

        assertThat(befores.undone("run", List.of(now)).block(PATIENCE))
                .containsExactly(product.record().id());
        assertThat(befores.undone("another run", List.of(now)).block(PATIENCE)).isEmpty();
        undo(id, "Dọn");
    }

    @Test
    void beginsAnewWhenItWasGivenUpWhileItWasTakenBack() {
        var rows = rows(1, 30, "Bỏ dở", 1, 50_000);
        var before = everything();
        var id = imported(rows);
        var once = everything();
        undo(id, "Thử");
        var _ = Mono.from(database()
                        .getCollection("imports")
                        .updateOne(Filters.eq("_id", id), Updates.set("state", "FAILED")))
                .block(PATIENCE);

        assertThat(imported(rows)).isEqualTo(id);

        assertThat(everything()).isEqualTo(once);
        undo(id, "Thử nữa");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void plansTheRowsOfABatchOnceThoughItIsPlannedTwice() {
        var id = previewed(rows(1, 3, "Lập hai lần", 1, 50_000)).get("id").asString();
        var planned = Objects.requireNonNull(
                plans.page(id, Plans.Only.ALL, 0, 10).collectList().block(PATIENCE));

        plans.add(id, planned, List.of()).block(PATIENCE);

        assertThat(plans.page(id, Plans.Only.ALL, 0, 10).collectList().block(PATIENCE))
                .extracting(Plans.Planned::rows)
                .containsExactlyElementsOf(
                        planned.stream().map(Plans.Planned::rows).toList());
    }

    @Test
    void tellsEachRowWhoseProductHasChangedSinceThePreview() {
        var _ = imported(rows(1, 4, "Xem rồi sửa", 1, 50_000));
        var preview = previewed(rows(1, 5, "Xem rồi sửa", 2, 60_000)).get("id").asString();
        var product = idOf("Xem rồi sửa 3").orElseThrow();
        withdraw(product, "1/QĐ-UBND");
        var edited = everything().get(product);

        var _ = post("/api/v1/imports/" + preview + "/applications", Map.of());
        var done = ended(preview);

        assertThat(done.get("accepted").asInt()).isEqualTo(4);
        assertThat(done.get("rejected").asInt()).isEqualTo(1);
        assertThat(done.at("/errors/0/row").asInt()).isEqualTo(3);
        assertThat(everything().get(product)).isEqualTo(edited);
        undo(preview, "Dọn");
    }

    @Test
    void supersedesEarlierCertificatesOnlyWhenTheListSaysSo() {
        var _ = imported(rows(1, 1, "Kế tiếp", 1, 50_000));
        var _ = imported(rows(1, 1, "Kế tiếp", 2, 50_000));
        var product = idOf("Kế tiếp 1").orElseThrow();
        assertThat(String.valueOf(everything().get(product))).doesNotContain("\"by\":");
        var before = everything();

        var id = accepted("?preview=true&supersede=true", rows(1, 1, "Kế tiếp", 3, 50_000));
        var preview = ended(id);

        assertThat(preview.at("/preview/superseding").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/imports/" + id + "/differences")
                        .at("/items/0/superseded")
                        .toString())
                .isEqualTo("[\"1/QĐ-UBND\",\"2/QĐ-UBND\"]");
        var _ = post("/api/v1/imports/" + id + "/applications", Map.of());
        var _ = ended(id);
        assertThat(String.valueOf(everything().get(product))).contains("\"by\":\"3/QĐ-UBND\"");
        undo(id, "Chưa công bố");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void survivesDeathAtAnyPointOfImportAndUndo() {
        var _ = imported(rows(1, 150, "Chết giữa chừng", 1, 50_000));
        var before = everything();
        worker.stop();
        var random = new Random(11);
        var halfDone = new HalfDone(database());
        var id = accepted("", rows(51, 450, "Chết giữa chừng", 2, 60_000));
        halfDone.outlives(running, id, HalfDone.moments(random, 6, 20, 200));
        assertThat(ended(id).get("accepted").asInt()).isEqualTo(400);

        var _ = post("/api/v1/imports/" + id + "/undoings", Map.of("reason", "Thử"));
        halfDone.outlives(running, id, HalfDone.moments(random, 6, 20, 200));
        var undone = ended(id);

        assertThat(undone.get("state").asString()).isEqualTo("undone");
        assertThat(undone.at("/undo/left").asInt()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void undoesOneOfTwoImportsThatMeet() {
        worker.stop();
        var before = everything();
        var rows = rows(1, 250, "Hai bên", 1, 50_000);
        var first = accepted("", rows);
        var second = accepted("?supersede=true", rows);
        var one = running.runOne().repeat().takeWhile(found -> found).then();
        assertThat(Mono.when(one, one).then(Mono.just("ended")).block(PATIENCE)).isEqualTo("ended");
        worker.start();

        undo(first, "Trùng");
        undo(second, "Trùng");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void leavesNoProducerOfTwoImportsThatWereBothTakenBack() {
        var before = everything();
        var first = imported(rows(1, 1, "Cùng chủ thể", 1, 50_000));
        var second = imported(rows(41, 41, "Cùng chủ thể", 1, 50_000));

        undo(first, "Trùng");
        assertThat(everything()).as("the other one's product and its producer").hasSize(before.size() + 2);
        undo(second, "Trùng");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void leavesTheProducerThatAnotherImportAdded() {
        var first = imported(rows(1, 1, "Chủ thể của người khác", 1, 50_000));
        var between = everything();
        var second = imported(rows(41, 41, "Chủ thể của người khác", 1, 50_000));

        undo(second, "Trùng");

        assertThat(everything()).isEqualTo(between);
        undo(first, "Dọn");
    }

    @Test
    void takesNothingBackThatItMeantToWriteWhenAnotherImportWroteTheSame() {
        var rows = rows(1, 1, "Cùng một dòng", 1, 50_000);
        var faster = imported(rows);
        var slower = accepted("?supersede=true", rows);
        assertThat(ended(slower).get("state").asString()).isEqualTo("done");
        var notes = database().getCollection("importBefores");
        var noted = Objects.requireNonNull(
                Mono.from(notes.find(Filters.and(Filters.eq("run", faster), Filters.exists("product"))))
                        .block(PATIENCE));
        noted.put("_id", noted.getString("_id").replace(faster, slower));
        noted.put("run", slower);
        var _ = Mono.from(notes.insertOne(noted)).block(PATIENCE);
        var both = everything();

        undo(slower, "Trùng");

        assertThat(everything()).isEqualTo(both);
        undo(faster, "Dọn");
        assertThat(idOf("Cùng một dòng 1")).isEmpty();
    }

    @Test
    void leavesWhatOthersDidBetweenTwoWritesOfTheImport() throws InterruptedException {
        worker.stop();
        var rows = new ArrayList<>(rows(1, 1, "Ghi hai lần", 1, 50_000));
        rows.addAll(rows(2, 900, "Ghi hai lần", 1, 50_000));
        rows.addAll(rows(1, 1, "Ghi hai lần", 2, 60_000));
        var id = accepted("", rows);
        diesAfterTheFirstBatch();
        var product = idOf("Ghi hai lần 1").orElseThrow();
        withdraw(product, "1/QĐ-UBND");
        new HalfDone(database()).isForgotten(id);
        assertThat(running.runOne().block(PATIENCE)).isTrue();
        assertThat(String.valueOf(everything().get(product))).contains("2/QĐ-UBND");
        worker.start();

        undo(id, "Nhầm tệp");

        var left = get("/api/v1/imports/" + id + "/undoings").get("items");
        assertThat(left).hasSize(1);
        assertThat(left.get(0).get("changedSince").toString()).contains("certificates/1/QĐ-UBND");
        assertThat(left.get(0).get("undoable").toString()).contains("certificates/2/QĐ-UBND");
        assertThat(String.valueOf(everything().get(product))).contains("1/QĐ-UBND", "Sai hồ sơ");
    }

    /** A worker that is gone once it has written down how far it is for the first time. */
    private void diesAfterTheFirstBatch() throws InterruptedException {
        var written = new CountDownLatch(1);
        var imports = (Imports) Proxy.newProxyInstance(
                Imports.class.getClassLoader(), new Class<?>[] {Imports.class}, (_, method, arguments) -> {
                    var answer = method.invoke(stores.imports(), arguments);
                    return method.getName().equals("progress")
                            ? ((Mono<?>) answer)
                                    .doOnSuccess(_ -> written.countDown())
                                    .then(Mono.never())
                            : answer;
                });
        var dyingStores = new RunningImports.Stores(imports, stores.files(), stores.plans());
        var settings = ImportSettings.of("dying");
        var stage = new ListingStage(
                dyingStores, sources, listing, terms, new RunningImports.Pace(settings, importScheduler));
        var dying = new RunningImports(dyingStores, settings, List.of(stage))
                .runOne()
                .subscribe();
        assertThat(written.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        dying.dispose();
    }

    @Test
    void decidesWithTheRightsOfNowAboutOnesOwnImports() {
        var mine =
                Map.<String, Object>of("sub", "can-bo", "roles", List.of("OCOP_OFFICER"), "provinces", List.of("86"));
        var id = JSON.readTree(Objects.requireNonNull(as(mine).post()
                        .uri("/api/v1/imports?preview=true")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("rows", rows(1, 1, "Đổi tỉnh", 1, 50_000)))
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()))
                .get("id")
                .asString();
        assertThat(ended(id).get("state").asString()).isEqualTo("previewed");

        as(Map.of("sub", "can-bo", "roles", List.of("OCOP_OFFICER"), "provinces", List.of("24")))
                .post()
                .uri("/api/v1/imports/" + id + "/applications")
                .exchange()
                .expectStatus()
                .isForbidden();
        as(mine).post()
                .uri("/api/v1/imports/" + id + "/applications")
                .exchange()
                .expectStatus()
                .isAccepted();
        assertThat(ended(id).get("state").asString()).isEqualTo("done");
        undo(id, "Dọn");
    }

    private static List<Map<String, String>> rows(int first, int last, String name, int decision, long price) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> {
                    var row = new HashMap<>(Rows.with(number, "product", name + ' ' + number));
                    row.put("producer", "HTX " + name + ' ' + number % 40);
                    row.put("decision", decision + "/QĐ-UBND");
                    row.put("issuedOn", "5/3/" + (2023 + decision));
                    row.put("price", String.valueOf(price));
                    return Map.copyOf(row);
                })
                .toList();
    }

    private String imported(List<Map<String, String>> rows) {
        var id = accepted("", rows);
        assertThat(ended(id).get("state").asString()).isEqualTo("done");
        return id;
    }

    private JsonNode previewed(List<Map<String, String>> rows) {
        return ended(accepted("?preview=true", rows));
    }

    private String accepted(String query, List<Map<String, String>> rows) {
        return post("/api/v1/imports" + query, Map.of("rows", rows)).get("id").asString();
    }

    private void undo(String id, String why) {
        var _ = post("/api/v1/imports/" + id + "/undoings", Map.of("reason", why));
        assertThat(ended(id).get("state").asString()).isEqualTo("undone");
    }

    private void withdraw(String product, String number) {
        var _ = post(
                "/api/v1/products/" + product + "/certificates/" + number + "/withdrawals",
                Map.of("reason", "Sai hồ sơ", "decision", "9/QĐ", "on", "2026-11-01"));
    }

    private java.util.Optional<String> idOf(String name) {
        return everything().entrySet().stream()
                .filter(product -> product.getValue().get("name").asString().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private JsonNode ended(String id) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var view = get("/api/v1/imports/" + id);
            if (!List.of("queued", "running", "applying", "undoing")
                    .contains(view.get("state").asString())) {
                return view;
            }
            pause(30);
        }
        throw new AssertionError("The import did not end in time: " + id);
    }

    private JsonNode get(String path) {
        return JSON.readTree(Objects.requireNonNull(administrator()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return JSON.readTree(Objects.requireNonNull(administrator()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    /** All products and producers as they are published, but for what every write changes. */
    private Map<String, JsonNode> everything() {
        var all = new TreeMap<String, JsonNode>();
        var exported = Objects.requireNonNullElse(
                anonymous()
                        .get()
                        .uri("/api/v1/exports/products")
                        .accept(MediaType.APPLICATION_NDJSON)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
        exported.lines().filter(line -> !line.isBlank()).forEach(line -> add(all, JSON.readTree(line)));
        producers().forEach(producer -> add(all, producer));
        return all;
    }

    private static void add(Map<String, JsonNode> all, JsonNode record) {
        var plain = (ObjectNode) record;
        plain.remove(List.of("revision", "updatedAt"));
        all.put(plain.get("id").asString(), plain);
    }

    private List<JsonNode> producers() {
        var all = new ArrayList<JsonNode>();
        var page = get("/api/v1/producers?limit=500");
        page.get("items").forEach(all::add);
        while (page.hasNonNull("next")) {
            page = get("/api/v1/producers?limit=500&cursor=" + page.get("next").asString());
            page.get("items").forEach(all::add);
        }
        return all;
    }

    private static void pause(long millis) {
        assertThat(Flux.just(1).delayElements(Duration.ofMillis(millis)).blockLast())
                .isEqualTo(1);
    }
}
