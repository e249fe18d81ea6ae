package vn.ocopmarket.catalog.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.certificate.CertifiedProduct;
import vn.ocopmarket.catalog.certificate.KeepingCertificates;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.inspection.domain.FindingState;
import vn.ocopmarket.catalog.inspection.domain.Subject;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.CertificateState;
import vn.ocopmarket.contract.product.ProductRecord;

/** Findings from their record to their end, over HTTP. */
class FindingIT extends RunningCatalog {

    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final String NUMBER = "5/QĐ-UBND";
    private static final byte[] PICTURE = "\u00ff\u00d8\u00ff\u00e0picture".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    Clock clock;

    @Autowired
    Findings findings;

    @Autowired
    SuspendingForFindings suspending;

    @Autowired
    FollowingFindings following;

    @Autowired
    Products products;

    @Autowired
    KeepingCertificates certificates;

    private @Nullable ProductRecord made;
    private String id = "";

    @BeforeEach
    void find() {
        made = CertifiedProduct.make(
                officerOf("66"), "66", NUMBER, today().minusDays(10).toString());
        id = record("PRODUCT", product().id(), 201).get("id").asString();
    }

    private ProductRecord product() {
        return Objects.requireNonNull(made);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private WebTestClient inspector() {
        return as(Map.of("roles", List.of("INSPECTOR"), "provinces", List.of("66")));
    }

    private WebTestClient producer() {
        return as(Map.of(
                "roles",
                List.of("PRODUCER"),
                "producers",
                List.of(product().producer().id())));
    }

    private JsonNode record(String kind, String subject, int status) {
        return send(
                inspector(),
                "",
                Map.of(
                        "key",
                        "k" + KEYS.incrementAndGet(),
                        "kind",
                        kind,
                        "subject",
                        subject,
                        "what",
                        "Nhãn thiếu ngày sản xuất",
                        "ground",
                        "Nghị định 37/2026",
                        "severity",
                        "MAJOR",
                        "deadline",
                        today().plusDays(7).toString()),
                status);
    }

    private static JsonNode send(WebTestClient who, String below, Map<String, Object> body, int status) {
        return json(who.post()
                .uri("/api/v1/findings" + below)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNullElse(
                        answer.expectBody(byte[].class).returnResult().getResponseBody(),
                        "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode seen(WebTestClient who) {
        return json(who.get()
                .uri("/api/v1/findings/" + id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private CertificateState certificate() {
        return Objects.requireNonNull(anonymous()
                        .get()
                        .uri("/api/v1/products/" + product().id())
                        .exchange()
                        .expectBody(ProductRecord.class)
                        .returnResult()
                        .getResponseBody())
                .certificates()
                .getFirst()
                .stateOn(today());
    }

    @Test
    void goesFromRecordToEnd() {
        assertThat(send(producer(), "/" + id + "/answers", Map.of("words", "Đã in nhãn mới"), 200)
                        .get("state")
                        .asString())
                .isEqualTo("ANSWERED");
        var until = today().plusDays(20).toString();
        assertThat(send(inspector(), "/" + id + "/extensions", Map.of("until", until, "why", "Chưa đủ"), 200)
                        .get("deadline")
                        .asString())
                .isEqualTo(until);
        assertThat(send(inspector(), "/" + id + "/closings", Map.of("conclusion", "Đã khắc phục"), 200)
                        .get("permitted"))
                .isEmpty();

        var refused = send(inspector(), "/" + id + "/extensions", Map.of("until", until, "why", "Thêm"), 409);
        assertThat(refused.get("type").asString()).endsWith("/transition-not-allowed");
        assertThat(refused.get("state").asString()).isEqualTo("CLOSED");
        assertThat(seen(officerOf("66"))
                        .get("history")
                        .valueStream()
                        .map(step -> step.get("what").asString()))
                .containsExactly("RECORDED", "ANSWERED", "EXTENDED", "CLOSED");
    }

    @Test
    void letsTheCertificateRest() {
        var wish = Map.<String, Object>of("number", NUMBER, "reason", "Không khắc phục");
        var suspended = send(inspector(), "/" + id + "/suspensions", wish, 200);

        assertThat(suspended.get("state").asString()).isEqualTo("SUSPENDED");
        assertThat(suspended.at("/rest/carriedOut").asBoolean()).isTrue();
        assertThat(certificate()).isEqualTo(CertificateState.SUSPENDED);
        officerOf("66")
                .get()
                .uri("/api/v1/products/" + product().id() + "/history")
                .exchange()
                .expectBody(String.class)
                .value(told -> assertThat(told).contains("CERTIFICATE_SUSPENDED", "Không khắc phục"));
        var _ = send(inspector(), "/" + id + "/suspensions", wish, 409);
        var _ = send(inspector(), "/" + id + "/closings", Map.of("conclusion", "Xong"), 200);
        assertThat(certificate()).isEqualTo(CertificateState.SUSPENDED);
    }

    @Test
    void refusesToLetRestWhatIsNotThere() {
        var _ = send(inspector(), "/" + id + "/suspensions", Map.of("number", "khác", "reason", "r"), 400);
        var _ = send(inspector(), "/" + id + "/suspensions", Map.of("number", NUMBER), 400);
        assertThat(seen(inspector()).get("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void ofTwoInspectorsAtOnceOneIsFirst() {
        var wish = Map.<String, Object>of("number", NUMBER, "reason", "Không khắc phục");
        var done = IntStream.range(0, 8)
                .parallel()
                .mapToObj(turn -> inspector()
                        .post()
                        .uri("/api/v1/findings/" + id + (turn % 2 == 0 ? "/suspensions" : "/closings"))
                        .header("If-Match", "\"1\"")
                        .bodyValue(turn % 2 == 0 ? wish : Map.of("conclusion", "Xong"))
                        .exchange()
                        .returnResult(byte[].class)
                        .getStatus()
                        .value())
                .filter(status -> status == 200)
                .count();

        assertThat(done).isEqualTo(1);
        var rests = seen(inspector()).get("state").asString().equals("SUSPENDED");
        assertThat(certificate() == CertificateState.SUSPENDED).isEqualTo(rests);
    }

    @Test
    void carriesOutWhatSomebodyDecidedAndDidNotComeToCarryOut() {
        var found = Objects.requireNonNull(findings.find(id).block());
        var rest = new FindingState.Rest(product().id(), NUMBER, today(), "Không khắc phục", "inspector", false);
        // Before it is decided: afterwards the service may carry it out at any moment by itself.
        assertThat(certificate()).isEqualTo(CertificateState.VALID);
        var _ = findings.replace(found.suspended(rest, clock.instant()).orElseThrow())
                .block();

        suspending.carryOutAll().block(Duration.ofSeconds(20));
        suspending.carryOutAll().block(Duration.ofSeconds(20));

        assertThat(certificate()).isEqualTo(CertificateState.SUSPENDED);
        assertThat(seen(inspector()).at("/rest/carriedOut").asBoolean()).isTrue();
    }

    @Test
    void saysThatTheCertificateRestsAlsoWhereTheServiceWasFasterToTellIt() {
        var slower = (Findings) Proxy.newProxyInstance(
                Findings.class.getClassLoader(),
                new Class<?>[] {Findings.class},
                (_, method, arguments) -> method.getName().equals("replace")
                        ? suspending.carryOutAll().then(Mono.defer(() -> findings.replace((Finding) arguments[0])))
                        : method.invoke(findings, arguments));
        var inspector = new Caller("inspector", Set.of("INSPECTOR"), Set.of("66"), Set.of());

        var outcome = new SuspendingForFindings(slower, following, products, certificates, clock)
                .suspend(id, null, new SuspendingForFindings.Wish(null, NUMBER, "Không khắc phục"), inspector)
                .block(Duration.ofSeconds(20));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FindingOutcome.Done.class,
                        done -> assertThat(done.finding().state().rest())
                                .extracting(FindingState.Rest::carriedOut)
                                .isEqualTo(true));
    }

    @Test
    void doesNotSayThatACertificateRestsWhichItMayNotTell() {
        var found = Objects.requireNonNull(findings.find(id).block());
        var rest = new FindingState.Rest(product().id(), NUMBER, today(), "Không khắc phục", "inspector", false);
        var subject = found.subject();
        var elsewhere = new Subject(
                subject.kind(),
                subject.id(),
                subject.label(),
                subject.producerId(),
                subject.producerName(),
                "01",
                subject.productId());
        var decided = found.suspended(rest, clock.instant()).orElseThrow();
        var moved = new Finding(
                decided.id(),
                decided.revision(),
                elsewhere,
                decided.report(),
                decided.state(),
                decided.history(),
                decided.done());
        assertThat(findings.replace(moved).block()).isTrue();

        suspending.carryOutAll().block(Duration.ofSeconds(20));

        assertThat(certificate()).isEqualTo(CertificateState.VALID);
        var told = Objects.requireNonNull(findings.find(id).block()).state().rest();
        assertThat(Objects.requireNonNull(told).carriedOut()).isFalse();
    }

    @Test
    void letsRestOnceAloneWhatAnOfficerHasReinstatedSince() {
        var wish = Map.<String, Object>of("number", NUMBER, "reason", "Không khắc phục");
        var _ = send(inspector(), "/" + id + "/suspensions", wish, 200);
        officerOf("66")
                .post()
                .uri("/api/v1/products/" + product().id() + "/certificates/" + NUMBER + "/reinstatements")
                .bodyValue(Map.of("reason", "Đã khắc phục", "on", today().toString()))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        assertThat(certificate()).isEqualTo(CertificateState.VALID);
        var found = Objects.requireNonNull(findings.find(id).block());
        var told = Objects.requireNonNull(found.state().rest());
        var untold =
                new FindingState.Rest(told.productId(), told.number(), told.from(), told.reason(), told.by(), false);
        var state = new FindingState.Suspended(Objects.requireNonNull(found.deadline()), null, untold);
        var asACrashLeavesIt = new Finding(
                found.id(),
                found.revision() + 1,
                found.subject(),
                found.report(),
                state,
                found.history(),
                found.done());
        assertThat(findings.replace(asACrashLeavesIt).block()).isTrue();

        suspending.carryOutAll().block(Duration.ofSeconds(20));

        assertThat(certificate()).isEqualTo(CertificateState.VALID);
        assertThat(seen(inspector()).at("/rest/carriedOut").asBoolean()).isTrue();
    }

    @Test
    void keepsWhatProvesIt() {
        var proved = json(inspector()
                .post()
                .uri("/api/v1/findings/" + id + "/evidence?name=nhan.jpg")
                .contentType(MediaType.IMAGE_JPEG)
                .bodyValue(PICTURE)
                .exchange()
                .expectStatus()
                .isOk());
        var sha256 = proved.at("/report/evidence/0/sha256").asString();
        var address = "/api/v1/findings/" + id + "/evidence/" + sha256;

        producer()
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .isEqualTo(PICTURE);
        officerOf("01").get().uri(address).exchange().expectStatus().isNotFound();
        inspector()
                .post()
                .uri("/api/v1/findings/" + id + "/evidence?name=x.jpg")
                .contentType(MediaType.IMAGE_JPEG)
                .bodyValue("<svg onload=alert(1)>")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void listsWhatIsSeenFromWhereOneStands() {
        var mine = json(producer()
                .get()
                .uri("/api/v1/findings")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(mine.get("total").asInt()).isEqualTo(1);
        assertThat(mine.at("/items/0/id").asString()).isEqualTo(id);
        var stranger = as(Map.of("roles", List.of("PRODUCER"), "producers", List.of("another")));
        assertThat(json(stranger.get().uri("/api/v1/findings").exchange())
                        .get("total")
                        .asInt())
                .isZero();
        stranger.get().uri("/api/v1/findings/" + id).exchange().expectStatus().isNotFound();
        assertThat(json(inspector()
                                .get()
                                .uri("/api/v1/findings?list=OVERDUE&producer="
                                        + product().producer().id())
                                .exchange())
                        .get("total")
                        .asInt())
                .isZero();
        var _ = send(officerOf("66"), "/" + id + "/closings", Map.of("conclusion", "Xong"), 403);
    }

    @Test
    void isOverdueFromTheDayAfterItsDeadline() {
        var found = Objects.requireNonNull(findings.find(id).block());
        var late = found.extended(today().minusDays(1), "inspector", "w", clock.instant())
                .orElseThrow();
        assertThat(findings.replace(late).block()).isTrue();

        var overdue = json(inspector()
                .get()
                .uri("/api/v1/findings?list=OVERDUE&product=" + product().id())
                .exchange());
        assertThat(overdue.get("total").asInt()).isEqualTo(1);
        assertThat(overdue.at("/items/0/overdue").asBoolean()).isTrue();
        assertThat(late.overdueOn(today().minusDays(1))).isFalse();
        assertThat(overdue.at("/counts/CLOSED").asInt()).isZero();
    }

    @Test
    void recordsTheSameOnlyOnce() {
        var draft = Map.<String, Object>of(
                "key",
                "once",
                "kind",
                "PRODUCER",
                "subject",
                product().producer().id(),
                "what",
                "w",
                "ground",
                "g",
                "severity",
                "MINOR",
                "deadline",
                today().toString());
        assertThat(send(inspector(), "", draft, 201)).isEqualTo(send(inspector(), "", draft, 201));
        var _ = record("LOT", "none", 400);
    }
}
