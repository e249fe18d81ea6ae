package vn.ocopmarket.storefront.stampdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.Browser;
import vn.ocopmarket.storefront.DeskBeans;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.AccountsInMemory;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.stampdesk.StampChecks;
import vn.ocopmarket.storefront.throttle.Attempts;

@WebFluxTest(
        controllers = {StampCheckPages.class, StampListPages.class, StampBatchPages.class},
        excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class StampPagesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String BATCH = """
            {"id":"b1","province":"42","series":"HT26-","first":"HT26-000001","last":"HT26-001000",
             "printing":{"issuer":"Văn phòng <OCOP>","order":"12/QĐ","design":"","on":"2026-05-04"},
             "counts":{"printed":1000,"given":100,"waiting":59,"used":40,"lost":1,"destroyed":0,"voided":2,"left":898},
             "ranges":[
               {"id":"r1","numbers":{"first":"HT26-000101","last":"HT26-000200","count":100},"product":"p1",
                "name":"Cu đơ","producer":"HTX","certificate":"7/QĐ","holds":false,"on":"2026-06-01","by":"o",
                "held":[{"first":"HT26-000101","last":"HT26-000200","count":100}],
                "waiting":[{"first":"HT26-000141","last":"HT26-000141","count":1},
                           {"first":"HT26-000143","last":"HT26-000200","count":58}]},
               {"id":"r0","numbers":{"first":"HT26-000201","last":"HT26-000201","count":1},"product":"p1",
                "name":"Cu đơ","producer":"HTX","certificate":"7/QĐ","holds":true,"on":"2026-06-01","by":"o",
                "held":[],"waiting":[]}],
             "notes":[{"numbers":{"first":"HT26-000142","last":"HT26-000142","count":1},"fate":"LOST","lot":null,
                       "reason":"Rách bao","on":"2026-06-02"},
                      {"numbers":{"first":"HT26-000101","last":"HT26-000140","count":40},"fate":"USED","lot":"L1",
                       "reason":"","on":"2026-06-02"}]}""";

    @Autowired
    private WebTestClient web;

    @Autowired
    private Browser browser;

    @Autowired
    private CatalogueByHand catalogue;

    @Autowired
    private Checks checks;

    @Autowired
    private Counters counters;

    @BeforeEach
    void clear() {
        catalogue.asked.clear();
        catalogue.refusal = null;
        checks.known.clear();
        checks.away = false;
        counters.counts.clear();
    }

    private void know(StampChecks.State state, StampChecks.@Nullable Product product, @Nullable String lot) {
        know(state, product, lot, null);
    }

    private void know(
            StampChecks.State state,
            StampChecks.@Nullable Product product,
            @Nullable String lot,
            StampChecks.@Nullable Lot traced) {
        checks.known.put(
                "HT26000101",
                new StampChecks.Stamp("HT26-000101", "Tỉnh Hà Tĩnh", "Văn phòng", state, product, lot, traced));
    }

    private static StampChecks.Product product(@Nullable Integer stars, @Nullable String slug) {
        return new StampChecks.Product(
                "Cu đơ <Thư Viện>", "HTX", slug, stars, stars == null ? null : TODAY.plusYears(1));
    }

    @Test
    void tellsWhatAGenuineStampIsFor() {
        know(StampChecks.State.USED, product(4, "cu-do"), "L1");
        assertThat(browser.page("/stamps/ht26-000101", 404)).contains("Không có tem nào");
        assertThat(browser.page("/stamps/HT26-000101", 200))
                .contains("Tem số HT26-000101", "Số tem có thật", "/products/cu-do", "22/11/2027", "L1", "noindex")
                .doesNotContain("<Thư Viện>", "không có giấy chứng nhận");
        assertThat(browser.page("/stamps/HT26000101?lang=en", 200))
                .contains("This number is genuine", "until the end of")
                .doesNotContain("??");
    }

    @Test
    void warnsOfALotThatIsRecalledAndLinksItsPage() {
        know(StampChecks.State.USED, product(4, "cu-do"), "L1", new StampChecks.Lot("/01/08931234567890/10/L1", null));
        assertThat(browser.page("/stamps/HT26000101", 200))
                .contains("href=\"/01/08931234567890/10/L1\"")
                .doesNotContain("role=\"alert\"");
        var recall = new StampChecks.Recall(
                "Có <dị vật>", "Mang trả", TODAY.atTime(2, 0).toInstant(ZoneOffset.UTC));
        know(StampChecks.State.USED, product(4, "cu-do"), "L1", new StampChecks.Lot("/t/abc", recall));
        assertThat(browser.page("/stamps/HT26000101", 200))
                .contains("role=\"alert\"", "lô này bị thu hồi", "Mang trả", "22/11/2026", "href=\"/t/abc\"")
                .doesNotContain("<dị vật>");
        assertThat(browser.page("/stamps/HT26000101?lang=en", 200))
                .contains("is recalled: do not use it")
                .doesNotContain("??");
    }

    @Test
    void showsStarsOnlyWhileACertificateHolds() {
        know(StampChecks.State.GIVEN, product(null, "cu-do"), null);
        assertThat(browser.page("/stamps/HT26000101", 200))
                .contains("không có giấy chứng nhận OCOP còn hiệu lực")
                .doesNotContain("class=\"stars");
        know(StampChecks.State.GIVEN, product(null, null), null);
        assertThat(browser.page("/stamps/HT26000101", 200))
                .contains("không còn trên chợ")
                .doesNotContain("/products/cu-do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOST", "DESTROYED", "VOID", "NOT_GIVEN"})
    void warnsOfStampsThatCountForNothing(String state) {
        know(StampChecks.State.valueOf(state), null, null);
        for (var language : List.of("vi", "en")) {
            assertThat(browser.page("/stamps/HT26000101?lang=" + language, 200))
                    .contains("role=\"alert\"", "HT26-000101")
                    .doesNotContain("??", ">Số tem có thật</span>", "genuine</span>");
        }
    }

    @Test
    void takesANumberFromTheForm() {
        assertThat(browser.page("/stamps", 200)).contains("name=\"number\"").doesNotContain("??");
        assertThat(browser.page("/stamps?lang=en", 200)).doesNotContain("??");
        assertThat(browser.page("/stamps?number=+-/", 200)).contains("name=\"number\"");
        web.get()
                .uri("/stamps?number={n}", "ĐT26 / 000101")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/stamps/%C4%90T26000101");
    }

    @Test
    void saysWhenTheCatalogueIsAway() {
        checks.away = true;
        assertThat(browser.page("/stamps/HT26000101", 503)).doesNotContain("Không có tem nào");
    }

    @Test
    void letsNobodyGoThroughAllNumbers() {
        for (int at = 0; at < 60; at++) {
            var _ = browser.page("/stamps/HT26" + at, 404);
        }
        web.get()
                .uri("/stamps/HT26000101")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/stamps",
                "/staff/stamps/b1",
                "/staff/stamps/b1?q=cu",
                "/staff/stamps/b1?product=p1&certificate=7&label=Cu"
            })
    void rendersTheDeskInBothLanguagesWithoutAMissingWord(String address) {
        for (var language : List.of("vi", "en")) {
            assertThat(browser.page(address + (address.contains("?") ? "&" : "?") + "lang=" + language, 200))
                    .doesNotContain("??", " style=", " onclick=", "<OCOP>");
        }
    }

    @Test
    void showsABatchWithItsRangesAndWhatCanBeDone() {
        assertThat(browser.page("/staff/stamps/b1", 200))
                .contains(
                        "HT26-000101 – HT26-000200",
                        "Giấy chứng nhận không còn hiệu lực",
                        "Đã thu hồi hết",
                        "/staff/stamps/b1/ranges/r1/returns",
                        "Rách bao",
                        "Lô L1",
                        "Giao tem",
                        "cb@example.vn")
                .doesNotContain("/ranges/r0/returns");
        assertThat(browser.page("/staff/stamps/b1?q=cu", 200)).contains("product=p1", "certificate=7");
        assertThat(catalogue.asked.stream()
                        .filter(question -> question.path().equals("/api/v1/certificates"))
                        .map(question -> question.query().get("list")))
                .containsExactly("HOLDING");
    }

    @Test
    void sendsEachActAndShowsARefusalBesideItsField() {
        var fields = Map.of(
                "first",
                "101",
                "last",
                "",
                "product",
                "p1",
                "certificate",
                "7",
                "key",
                "k",
                "label",
                "Cu",
                "reason",
                "r");
        for (var act : List.of("ranges", "ranges/r1/returns", "notes", "corrections")) {
            var _ = browser.sent("/staff/stamps/b1/" + act, fields, 303);
        }
        assertThat(catalogue.asked.stream().map(Question::method)).containsOnly("POST");
        assertThat(catalogue.asked.getFirst().content())
                .extracting(Question.Content::value)
                .isEqualTo(Map.of("key", "k", "first", "101", "product", "p1", "certificate", "7"));

        catalogue.refusal = new Reply.Refused<>(
                409, "stamps-clash", "Không được", "", List.of(new InvalidField("first", "Đã giao cho Cu đơ")));
        for (var act : List.of("ranges", "ranges/r1/returns", "notes", "corrections")) {
            assertThat(browser.sent("/staff/stamps/b1/" + act, fields, 409))
                    .contains("Không được", "first-wrong", "Đã giao cho Cu đơ", "value=\"101\"");
        }
        var given = Map.of("product", "p1", "certificate", "7", "key", "sent-before");
        assertThat(browser.sent("/staff/stamps/b1/ranges", given, 409)).doesNotContain("sent-before");
        catalogue.refusal = new Reply.Refused<>(503, "unavailable", "Bận", "", List.of());
        assertThat(browser.sent("/staff/stamps/b1/ranges", given, 503)).contains("sent-before");
        catalogue.refusal = new Reply.Refused<>(
                409, "stamps-clash", "Không được", "", List.of(new InvalidField("first", "Đã giao cho Cu đơ")));
        assertThat(browser.sent("/staff/stamps", Map.of("series", "HT27-"), 409))
                .contains("print-first-wrong", "HT27-");
    }

    @Test
    void recordsABatch() {
        web.post()
                .uri("/staff/stamps")
                .body(BodyInserters.fromFormData("series", "HT26-").with("province", "42"))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/staff/stamps/b1?done=stamps-recorded");
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "vn.ocopmarket.storefront.pages",
                "vn.ocopmarket.storefront.desk.web",
                "vn.ocopmarket.storefront.throttle",
                "vn.ocopmarket.storefront.stampdesk.web"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|\\.mongo\\.).*"))
    @Import({Browser.class, DeskBeans.class})
    static class Desk {

        @Bean
        CurrentStaff currentStaff() {
            return () -> Mono.just(officer());
        }

        @Bean
        CatalogueByHand catalogue(JsonMapper mapper) {
            return new CatalogueByHand(mapper);
        }

        @Bean
        Checks checks() {
            return new Checks();
        }

        @Bean
        Counters counters() {
            return new Counters();
        }

        @Bean
        Accounts accounts() {
            var accounts = new AccountsInMemory();
            accounts.list(officer(), "{noop}x").block();
            return accounts;
        }
    }

    private static StaffMember officer() {
        return new StaffMember("o", "cb@example.vn", Set.of(Role.OCOP_OFFICER), Set.of("42"), Set.of(), Set.of());
    }

    /** Knows stamps by number. */
    static final class Checks implements StampChecks {

        private final Map<String, Stamp> known = new ConcurrentHashMap<>();
        private boolean away;

        @Override
        public Mono<Stamp> check(String number) {
            return away ? Mono.error(new IllegalStateException("away")) : Mono.justOrEmpty(known.get(number));
        }
    }

    /** Counts in memory. */
    static final class Counters implements Attempts {

        private final Map<String, Integer> counts = new ConcurrentHashMap<>();

        @Override
        public Mono<Integer> add(String key, Instant until) {
            return Mono.fromSupplier(() -> counts.merge(key, 1, Integer::sum));
        }

        @Override
        public Mono<Integer> count(String key) {
            return Mono.defer(() -> Mono.justOrEmpty(counts.get(key)));
        }

        @Override
        public Mono<Void> takeBack(String key) {
            return Mono.fromRunnable(() -> counts.merge(key, -1, Integer::sum));
        }
    }

    /** Says what the catalogue would say, as JSON. */
    static final class CatalogueByHand implements Catalogue {

        private final JsonMapper mapper;
        private final List<Question> asked = new ArrayList<>();
        private Reply.@Nullable Refused<?> refusal;

        CatalogueByHand(JsonMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public <T> Mono<Reply<T>> ask(Asker asker, Question question, Class<T> answer) {
            asked.add(question);
            var refused = refusal;
            if (refused != null && question.method().equals("POST")) {
                return Mono.just(new Reply.Refused<>(
                        refused.status(), refused.type(), refused.title(), refused.detail(), refused.errors()));
            }
            return Mono.just(new Reply.Given<>(mapper.reader()
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .forType(answer)
                    .readValue(said(question))));
        }

        private static String said(Question question) {
            return switch (question.path()) {
                case "/api/v1/stamp-batches" ->
                    question.method().equals("POST")
                            ? BATCH
                            : "{\"total\":1,\"page\":1,\"pages\":1,\"items\":[" + BATCH + "]}";
                case "/api/v1/certificates" -> """
                        {"items":[
                          {"product":"p1","name":"Cu đơ","producer":"HTX",
                           "certificate":{"number":"7","stars":4,"lastDay":"2028-01-01","state":"VALID"}}]}""";
                case "/api/v1/stamp-batches/{id}/history" -> """
                        {"items":[{"number":2,"at":"2026-06-01T02:00:00Z","who":"o","what":"STAMPS_GIVEN",
                                   "of":"HT26-000101","why":"Cu đơ","changes":[]}],"next":null}""";
                default -> BATCH;
            };
        }
    }
}
