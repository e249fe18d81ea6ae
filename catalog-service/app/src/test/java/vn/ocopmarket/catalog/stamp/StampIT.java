package vn.ocopmarket.catalog.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.certificate.CertifiedProduct;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.product.UsesOfProducts;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Roll;
import vn.ocopmarket.catalog.stamp.domain.StampNumber;
import vn.ocopmarket.contract.product.ProductRecord;

/** Stamps from the print to the check, over HTTP; each test with a series of its own. */
class StampIT extends RunningCatalog {

    private static final AtomicInteger SERIES = new AtomicInteger();
    private static final String PROVINCE = "42";

    @Autowired
    Clock clock;

    @Autowired
    StampBatches batches;

    @Autowired
    StampRolls rolls;

    @Autowired
    PrintingStamps printing;

    @Autowired
    Places places;

    @Autowired
    List<UsesOfProducts> uses;

    private String series = "";
    private String id = "";

    @BeforeEach
    void print() {
        series = "HT" + (char) ('A' + SERIES.getAndIncrement()) + "-";
        id = send("", batch(1, 1_000), 201).get("id").asString();
    }

    private WebTestClient officer() {
        return officerOf(PROVINCE);
    }

    private Map<String, Object> batch(int first, int last) {
        return Map.of(
                "province",
                "Hà Tĩnh",
                "series",
                series,
                "first",
                "%06d".formatted(first),
                "last",
                "%06d".formatted(last),
                "printedOn",
                LocalDate.now(clock).minusDays(30).toString(),
                "issuer",
                "Văn phòng Điều phối Nông thôn mới tỉnh Hà Tĩnh",
                "order",
                "12/QĐ-VPĐP");
    }

    private ProductRecord product() {
        return CertifiedProduct.make(
                officer(),
                PROVINCE,
                "7/QĐ-UBND",
                LocalDate.now(clock).minusDays(10).toString());
    }

    private JsonNode send(String below, Map<String, Object> body, int status) {
        return send(officer(), below, body, status);
    }

    private static JsonNode send(WebTestClient who, String below, Map<String, Object> body, int status) {
        return json(who.post()
                .uri("/api/v1/stamp-batches" + below)
                .header("Accept-Language", "en")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(
                        answer.expectBody(byte[].class).returnResult().getResponseBody()));
    }

    private JsonNode seen() {
        return json(officer()
                .get()
                .uri("/api/v1/stamp-batches/" + id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static Map<String, Object> numbers(int first, int last, Object... more) {
        var body = new HashMap<String, Object>(Map.of("first", String.valueOf(first), "last", String.valueOf(last)));
        for (int at = 0; at < more.length; at += 2) {
            body.put(String.valueOf(more[at]), more[at + 1]);
        }
        return body;
    }

    private JsonNode give(ProductRecord product, int first, int last, String key, int status) {
        return send("/" + id + "/ranges", numbers(first, last, "product", product.id(), "key", key), status);
    }

    @Test
    void keepsAProductThatHasStampsFromBeingTakenAway() {
        var product = product();
        var other = product();
        var _ = give(product, 1, 10, "a", 200);
        var _ = give(product, 21, 30, "b", 200);

        var used = stamps().of(List.of(product.id(), other.id()));

        assertThat(used.collectList().block()).containsExactly(product.id());
    }

    private UsesOfProducts stamps() {
        return uses.stream()
                .filter(use -> use.code().equals("stamps"))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable JsonNode check(String number) {
        var answer = anonymous()
                .get()
                .uri("/api/v1/stamps/{number}", number)
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
        return answer.getStatus().value() == 404
                ? null
                : JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    private JsonNode checked(int number) {
        return Objects.requireNonNull(check(series + "%06d".formatted(number)));
    }

    private static String error(JsonNode problem) {
        return problem.at("/errors/0/message").asString();
    }

    @Test
    void goesFromThePrintToTheCheck() {
        var product = product();
        var given = give(product, 101, 200, "k", 200);
        var range = given.at("/ranges/0/id").asString();
        assertThat(given.at("/ranges/0/certificate").asString()).isEqualTo("7/QĐ-UBND");
        assertThat(given.at("/ranges/0/holds").asBoolean()).isTrue();
        assertThat(give(product, 101, 200, "k", 200).get("ranges")).hasSize(1);

        var _ = send("/" + id + "/notes", numbers(101, 140, "fate", "USED", "lot", "L1"), 200);
        var _ = send("/" + id + "/notes", numbers(141, 141, "fate", "LOST", "reason", "Rách bao"), 200);
        var returns = "/" + id + "/ranges/" + range + "/returns";
        var refused = send(returns, numbers(140, 200, "reason", "Dư"), 409);
        assertThat(error(refused)).contains(series + "000140", "noted as used");
        assertThat(refused.get("type").asString()).endsWith("/stamps-clash");
        var _ = send(returns, numbers(151, 200, "reason", "Dư"), 200);
        var _ = send("/" + id + "/notes", numbers(900, 910, "fate", "VOID", "reason", "In sai"), 200);
        var _ = send("/" + id + "/notes", numbers(101, 105, "fate", "VOID", "reason", "Nhầm số"), 200);
        var _ = send("/" + id + "/corrections", numbers(910, 910, "reason", "Nhầm"), 200);
        var _ = send("/" + id + "/corrections", numbers(101, 105, "reason", "Nhầm"), 200);

        assertThat(seen().get("counts")).isEqualTo(JsonMapper.shared().readTree("""
                        {"printed":1000,"given":50,"waiting":9,"used":40,"lost":1,"destroyed":0,"voided":10,"left":940}"""));
        assertThat(checked(101).get("state").asString()).isEqualTo("USED");
        assertThat(checked(101).at("/product/stars").asInt()).isEqualTo(4);
        assertThat(checked(101).at("/product/slug").asString()).isEqualTo(product.slug());
        assertThat(checked(101).get("lot").asString()).isEqualTo("L1");
        assertThat(checked(141).get("state").asString()).isEqualTo("LOST");
        assertThat(checked(141).get("product").isNull()).isTrue();
        assertThat(checked(141).toString()).doesNotContain("Rách bao", "tester");
        assertThat(checked(142).get("state").asString()).isEqualTo("GIVEN");
        assertThat(checked(151).get("state").asString()).isEqualTo("NOT_GIVEN");
        assertThat(checked(900).get("state").asString()).isEqualTo("VOID");
        assertThat(check(series.toLowerCase() + "001001")).isNull();
        assertThat(check("không phải số")).isNull();
        assertThat(json(officer()
                                .get()
                                .uri("/api/v1/stamp-batches/" + id + "/history")
                                .exchange())
                        .get("items")
                        .valueStream()
                        .map(deed -> deed.get("what").asString()))
                .containsExactly(
                        "STAMP_NOTE_TAKEN_BACK",
                        "STAMP_NOTE_TAKEN_BACK",
                        "STAMPS_VOID",
                        "STAMPS_VOID",
                        "STAMPS_RETURNED",
                        "STAMPS_LOST",
                        "STAMPS_USED",
                        "STAMPS_GIVEN",
                        "STAMPS_PRINTED");
    }

    @Test
    void showsNoStarsOfACertificateThatWasWithdrawn() {
        var product = product();
        var _ = give(product, 1, 10, "k", 200);
        officer()
                .post()
                .uri("/api/v1/products/" + product.id() + "/certificates/7/QĐ-UBND/withdrawals")
                .bodyValue(Map.of(
                        "reason",
                        "r",
                        "decision",
                        "9/QĐ",
                        "on",
                        LocalDate.now(clock).toString()))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        assertThat(checked(5).get("state").asString()).isEqualTo("GIVEN");
        assertThat(checked(5).at("/product/name").asString()).isEqualTo(product.name());
        assertThat(checked(5).at("/product/stars").isNull()).isTrue();
        assertThat(seen().at("/ranges/0/holds").asBoolean()).isFalse();
        assertThat(give(product, 11, 20, "l", 400).at("/errors/0/field").asString())
                .isEqualTo("certificate");
    }

    private ProductRecord certify(String product, String number, int stars, String sku, int days) {
        return added(
                "/api/v1/products/" + product + "/certificates",
                Map.of(
                        "decision",
                        number,
                        "issuedOn",
                        LocalDate.now(clock).minusDays(days).toString(),
                        "stars",
                        stars,
                        "coveredSkus",
                        List.of(sku)));
    }

    private ProductRecord added(String path, Map<String, Object> body) {
        return Objects.requireNonNull(officer()
                .post()
                .uri(path)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(ProductRecord.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void showsStarsThatHoldForWhatTheStampMayBeOn() {
        var variants =
                List.of(Map.of("sku", series + "S", "label", "Gói"), Map.of("sku", series + "L", "label", "Hộp"));
        var product = added(
                "/api/v1/products",
                Map.of(
                        "name",
                        "Cu đơ " + series,
                        "producerId",
                        product().producer().id(),
                        "province",
                        PROVINCE,
                        "group",
                        "13",
                        "variants",
                        variants));
        var _ = certify(product.id(), "A", 3, series + "S", 20);
        var _ = give(product, 1, 10, "k", 200);
        var _ = certify(product.id(), "B", 5, series + "L", 10);
        var _ = give(product, 11, 20, "l", 200);

        assertThat(checked(1).at("/product/stars").asInt()).isEqualTo(3);
        assertThat(checked(11).at("/product/stars").asInt()).isEqualTo(5);
        officer()
                .post()
                .uri("/api/v1/products/" + product.id() + "/certificates/A/withdrawals")
                .bodyValue(Map.of(
                        "reason",
                        "r",
                        "decision",
                        "9/QĐ",
                        "on",
                        LocalDate.now(clock).toString()))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        assertThat(checked(1).at("/product/stars").isNull()).isTrue();
        assertThat(checked(11).at("/product/stars").asInt()).isEqualTo(5);
    }

    @Test
    void warnsOfALotThatIsRecalled() {
        var product = product();
        var _ = give(product, 1, 10, "k", 200);
        var _ = send("/" + id + "/notes", numbers(1, 5, "fate", "USED", "lot", "L1"), 200);
        var _ = send("/" + id + "/notes", numbers(6, 6, "fate", "USED", "lot", "L2"), 200);
        assertThat(checked(1).get("traced").isNull()).isTrue();

        var producer = as(Map.of(
                "roles",
                List.of("PRODUCER"),
                "producers",
                List.of(product.producer().id())));
        var sku = product.variants().getFirst().sku();
        var lot = json(producer.post()
                .uri("/api/v1/lots")
                .bodyValue(Map.of("sku", sku, "lot", "L1"))
                .exchange()
                .expectStatus()
                .is2xxSuccessful());
        var path = "/t/" + lot.get("id").asString();
        assertThat(checked(1).at("/traced/path").asString()).isEqualTo(path);
        assertThat(checked(1).at("/traced/recall").isNull()).isTrue();
        producer.post()
                .uri("/api/v1/lots/" + lot.get("id").asString() + "/recalls")
                .bodyValue(Map.of("reason", "Có dị vật", "advice", "Không dùng, mang trả"))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        assertThat(checked(1).at("/traced/recall/reason").asString()).isEqualTo("Có dị vật");
        assertThat(checked(1).at("/traced/recall/advice").asString()).isEqualTo("Không dùng, mang trả");
        assertThat(checked(6).get("traced").isNull()).isTrue();
    }

    @Test
    void refusesInWords() {
        var product = product();
        var elsewhere = CertifiedProduct.make(
                officerOf("66"), "66", "8/QĐ", LocalDate.now(clock).toString());

        assertThat(error(give(elsewhere, 1, 10, "k", 400))).contains("no such product");
        assertThat(error(give(product, 1, 1_001, "k", 409))).contains(series + "001000");
        assertThat(error(give(product, 7, 3, "k", 400))).contains("lower than the first");
        var _ = give(product, 1, 10, "k", 200);
        assertThat(error(give(product, 10, 20, "l", 409))).contains(series + "000010", product.name());
        assertThat(error(send("/" + id + "/notes", numbers(11, 11, "fate", "USED"), 409)))
                .contains("not given");
        assertThat(error(send("/" + id + "/notes", numbers(1, 1, "fate", "LOST"), 400)))
                .isNotEmpty();
        assertThat(error(send("", batch(991, 2_000), 409)))
                .contains("another batch", series + "000991 to " + series + "001000");
        assertThat(error(give(product, 51, 60, "k", 409)))
                .contains(series + "000001 to " + series + "000010", product.name(), "new key");
        var _ = send("", batch(1_001, 2_000), 201);
        var digits = new HashMap<>(batch(5_000, 6_000));
        digits.put("series", "2026-");
        assertThat(error(send("", digits, 400))).contains("told apart");
    }

    @Test
    void givesTheSameBatchASecondTime() {
        assertThat(send("", batch(1, 1_000), 201).get("id").asString()).isEqualTo(id);
        var other = new HashMap<>(batch(1, 1_000));
        other.put("order", "13/QĐ");
        var _ = send("", other, 409);
        var elsewhere = new HashMap<>(batch(1, 1_000));
        elsewhere.put("province", "66");
        var _ = send(officerOf("66"), "", elsewhere, 409);
        var _ = send(officerOf("66"), "", batch(3_000, 4_000), 403);
        officerOf("66")
                .get()
                .uri("/api/v1/stamp-batches/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void ofOfficersWhoGiveTheSameStampsAtOnceOneIsFirst() {
        var product = product();
        var statuses = atOnce(12, turn -> status("/" + id + "/ranges", rangeOf(product, turn, turn + 12)));

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(11);
        assertThat(seen().at("/counts/given").asInt()).isEqualTo(13);
    }

    @Test
    void officersWhoGiveOtherStampsAtOnceAreAllServed() {
        var product = product();
        var statuses = atOnce(12, turn -> status("/" + id + "/ranges", rangeOf(product, turn * 10, turn * 10 + 9)));

        assertThat(statuses).containsOnly(200);
        assertThat(seen().at("/counts/given").asInt()).isEqualTo(120);
    }

    private static List<Integer> atOnce(int officers, IntFunction<Integer> act) {
        return Objects.requireNonNull(Flux.range(0, officers)
                .flatMap(
                        turn -> Mono.fromCallable(() -> act.apply(turn)).subscribeOn(Schedulers.boundedElastic()),
                        officers)
                .collectList()
                .block(Duration.ofMinutes(1)));
    }

    private static Map<String, Object> rangeOf(ProductRecord product, int first, int last) {
        return numbers(first + 1, last + 1, "product", product.id(), "key", "k" + first);
    }

    private int status(String below, Map<String, Object> body) {
        return officer()
                .post()
                .uri("/api/v1/stamp-batches" + below)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void ofOfficersWhoRecordTheSameNumbersAtOnceOneIsFirst() {
        var statuses = atOnce(8, turn -> status("", batch(5_000 + turn, 5_100 + turn)));

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(7);
    }

    /** Stops after the claim, as a crash does. */
    private PrintingStamps crashing(boolean afterTheBatch) {
        var stopping = new StampRolls() {
            @Override
            public Mono<Roll> find(String roll) {
                return rolls.find(roll);
            }

            @Override
            public Mono<Boolean> claim(Roll next, StampBatch batch) {
                return rolls.claim(next, batch)
                        .then(afterTheBatch ? batches.add(batch) : Mono.empty())
                        .then(Mono.error(new IllegalStateException("killed")));
            }

            @Override
            public Flux<StampBatch> uncarried() {
                return rolls.uncarried();
            }

            @Override
            public Mono<Void> carried(StampBatch batch) {
                return rolls.carried(batch);
            }
        };
        return new PrintingStamps(stopping, batches, places, clock);
    }

    private void record(PrintingStamps by, int first, int last) {
        var draft = JsonMapper.shared().convertValue(batch(first, last), BatchDraft.class);
        var caller = new Caller("o", java.util.Set.of("OCOP_OFFICER"), java.util.Set.of(PROVINCE), java.util.Set.of());
        assertThat(by.record(draft, caller)
                        .map(_ -> "done")
                        .onErrorReturn("killed")
                        .block(Duration.ofSeconds(20)))
                .isEqualTo("killed");
    }

    @Test
    void carriesOnWhatSomebodyRecordedAndDidNotComeToCarryOn() {
        record(crashing(false), 2_001, 2_100);
        record(crashing(true), 2_101, 2_200);

        printing.carryOn().block(Duration.ofSeconds(20));
        printing.carryOn().block(Duration.ofSeconds(20));

        assertThat(there(2_050)).isNotNull();
        assertThat(there(2_150)).isNotNull();
        assertThat(rolls.uncarried().collectList().block()).isEmpty();
    }

    @Test
    void aSecondTryCarriesOnWhatTheFirstBegan() {
        record(crashing(false), 2_001, 2_100);

        var again = send("", batch(2_001, 2_100), 201);

        assertThat(Objects.requireNonNull(there(2_001)).id())
                .isEqualTo(again.get("id").asString());
        assertThat(send("", batch(2_100, 2_200), 409)).isNotEmpty();
    }

    private @Nullable Batch there(int number) {
        return batches.having(StampNumber.of(series + "%06d".formatted(number)).orElseThrow())
                .block();
    }

    @Test
    void keepsAHistoryLongerThanTheBatchHolds() {
        var product = product();
        for (int turn = 0; turn < 25; turn++) {
            var _ = give(product, turn + 1, turn + 1, "k" + turn, 200);
        }
        assertThat(Objects.requireNonNull(batches.find(id).block()).history()).hasSizeLessThanOrEqualTo(20);
        assertThat(json(officer()
                                .get()
                                .uri("/api/v1/stamp-batches/" + id + "/history")
                                .exchange())
                        .get("items"))
                .hasSize(26);
    }

    @Test
    void listsThoseOfOnesOwnProvince() {
        var list = json(officer().get().uri("/api/v1/stamp-batches?size=200").exchange());
        assertThat(list.get("items").valueStream().map(item -> item.get("id").asString()))
                .contains(id);
        assertThat(list.get("total").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(json(officerOf("66").get().uri("/api/v1/stamp-batches").exchange())
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asString()))
                .doesNotContain(id);
        assertThat(json(officer().get().uri("/api/v1/stamp-batches?province=66").exchange())
                        .get("items"))
                .isEmpty();
        assertThat(List.of(json(administrator()
                                        .get()
                                        .uri("/api/v1/stamp-batches?size=200")
                                        .exchange())
                                .toString())
                        .getFirst())
                .contains(id);
    }
}
