package vn.ocopmarket.storefront.producerdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.TODAY;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.product.Life;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Story.Section;
import vn.ocopmarket.contract.product.Story.Video;
import vn.ocopmarket.storefront.Browser;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Outages;

@WebFluxTest(
        controllers = {
            OwnProductPages.class,
            ContentPages.class,
            ProposalPages.class,
            ChangePages.class,
            OwnFindingPages.class
        },
        excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class ProducerDeskPagesTests {

    private static final String PICTURE = "/media/0123456789abcdefghjkmnpqrstvwxyz";
    private static final ProductRecord SOLD = aProduct("p1", "Dừa sáp <Cầu Kè>")
            .told(new Story(
                    List.of(
                            new Section(
                                    "Cây dừa",
                                    "Ở **Cầu Kè**.",
                                    List.of(new Media(PICTURE, "Vườn", null)),
                                    List.of(new Video("https://youtu.be/a", "Hái dừa"))),
                            new Section(null, "Bà kể.", List.of(), List.of())),
                    "Chị Tư",
                    null,
                    "vi"))
            .record();
    private static final ProductRecord EXPIRED =
            aProduct("p2", "Khô hết hạn").expired().at(null).record();

    private static final ProductRecord RESTING = resting(SOLD);

    @Autowired
    private WebTestClient web;

    @Autowired
    private Browser browser;

    @Autowired
    private CatalogueByHand catalogue;

    private static ProductRecord resting(ProductRecord of) {
        var rest = new Life.Suspension(TODAY.minusDays(9), null, "Chưa khắc phục", null);
        var certificates = of.certificates().stream()
                .map(certificate -> certificate.with(new Life(null, null, List.of(rest))))
                .toList();
        return new ProductRecord(
                of.id(),
                of.revision(),
                of.slug(),
                of.name(),
                of.producer(),
                of.place(),
                of.group(),
                certificates,
                of.variants(),
                of.story(),
                of.media(),
                of.alcoholTenths(),
                of.traceUrl(),
                of.notices(),
                of.sample(),
                of.createdAt(),
                of.updatedAt(),
                of.dossier(),
                of.narrative());
    }

    @BeforeEach
    void clear() {
        catalogue.asked.clear();
        catalogue.refusal = null;
        catalogue.open = true;
        catalogue.suspended = false;
        catalogue.found = SOLD.producer().id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/products",
                "/staff/products/p1",
                "/staff/products/p2",
                "/staff/products/p1/pictures",
                "/staff/products/p1/story",
                "/staff/proposals",
                "/staff/changes",
                "/staff/own-findings",
                "/staff/own-findings?product=p1",
                "/staff/own-findings/f1"
            })
    void rendersInBothLanguagesWithoutAMissingWord(String address) {
        for (var language : List.of("vi", "en")) {
            assertThat(browser.page(address + (address.contains("?") ? "&" : "?") + "lang=" + language, 200))
                    .doesNotContain("??", " style=", " onclick=", "<Cầu Kè>");
        }
    }

    @Test
    void tellsWhatBlocksTheSaleAndWhatToDo() {
        assertThat(browser.page("/staff/products/p2", 200))
                .contains("Gói 500 g", "hết hạn", "giá")
                .doesNotContain("Không có gì: mọi loại");
        assertThat(browser.page("/staff/products", 200)).contains("Được bán", "Chưa được bán");
    }

    @Test
    void doesNotShowAnothersProduct() {
        catalogue.producer = "somebody-else";
        try {
            assertThat(browser.page("/staff/products/p1", 404)).doesNotContain("Chị Tư");
        } finally {
            catalogue.producer = SOLD.producer().id();
        }
    }

    @Test
    void sendsPricesWithAllThatBuyersSee() {
        post(
                        "/staff/products/p1/prices",
                        "revision=1&variants%5B0%5D.sku=SKU-p1&variants%5B0%5D.price=95.000+%E2%82%AB")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/staff/products/p1?done=producer-proposed");

        var draft = catalogue.sent("PUT");
        assertThat(draft).contains("\"amount\":95000", "\"sku\":\"SKU-p1\"", "Ở **Cầu Kè**.");
    }

    @Test
    void losesNothingWhenAPriceIsNoNumber() {
        var page = Browser.body(
                post(
                        "/staff/products/p1/prices",
                        "revision=1&variants%5B0%5D.sku=SKU-p1&variants%5B0%5D.price=ch%C3%ADn+m%C6%B0%C6%A1i"),
                400);

        assertThat(page).contains("value=\"chín mươi\"", "Hãy viết giá bằng số", "aria-invalid=\"true\"");
        assertThat(catalogue.asked).noneMatch(question -> question.method().equals("PUT"));
    }

    private static SentForm story() {
        var form = new SentForm();
        form.part("revision", "1");
        form.part("narrative.sections[0].heading", "Một");
        form.part("narrative.sections[0].text", "Lời một.");
        form.part("narrative.sections[0].videos[0].url", "https://evil.example/v");
        form.part("narrative.sections[0].videos[0].title", "Phim lạ");
        form.part("narrative.sections[1].heading", "Hai");
        form.part("narrative.sections[1].text", "Lời hai.");
        form.part("narrative.author", "Chị Tư");
        form.part("narrative.language", "vi");
        return form;
    }

    @Test
    void arrangesSectionsWithoutScriptsAndLosesNothing() {
        var added = story();
        added.part("do", "add");
        assertThat(send("/staff/products/p1/story", added, 200))
                .contains("value=\"Một\"", "Lời hai.</textarea>", "Phần 3", "https://evil.example/v");

        var moved = story();
        moved.part("do", "up:1");
        var page = send("/staff/products/p1/story", moved, 200);
        assertThat(page.indexOf("value=\"Hai\"")).isLessThan(page.indexOf("value=\"Một\""));

        var removed = story();
        removed.part("do", "remove:0");
        assertThat(send("/staff/products/p1/story", removed, 200))
                .contains("value=\"Hai\"")
                .doesNotContain("value=\"Một\"");
        assertThat(catalogue.asked).noneMatch(question -> question.method().equals("PUT"));
    }

    @Test
    void showsRefusalsBesideTheFieldsWithAllThatWasWritten() {
        catalogue.refusal = new Reply.Refused<>(
                400,
                "invalid-request",
                "Không hợp lệ",
                "Xem từng ô",
                List.of(new InvalidField("narrative.sections[0].videos[0].url", "Không phải video đã biết")));
        var form = story();
        form.part("do", "send");

        assertThat(send("/staff/products/p1/story", form, 400))
                .contains(
                        "<strong>Địa chỉ</strong>: <span>Không phải video đã biết",
                        "id=\"s0-v0-wrong\">Không phải video đã biết",
                        "value=\"Phim lạ\"",
                        "Lời hai.</textarea>",
                        "value=\"Chị Tư\"");
    }

    @Test
    void sendsTheStoryAsItWasWritten() {
        var form = story();
        form.part("do", "send");
        var _ = send("/staff/products/p1/story", form, 303);

        assertThat(catalogue.sent("PUT"))
                .contains("\"heading\":\"Một\"", "\"text\":\"Lời hai.\"", "\"author\":\"Chị Tư\"", "\"story\":null");
    }

    private static SentForm pictures(String... files) {
        var form = new SentForm();
        form.part("revision", "1");
        form.part("media[0].url", PICTURE);
        form.part("media[0].alt", "Vườn dừa buổi sáng");
        for (var name : files) {
            form.file("files", name);
        }
        return form;
    }

    @Test
    void takesSeveralPicturesAndSaysWhyOneIsRefused() {
        var form = pictures("a.jpg", "b.heic", "c.jpg");
        form.part("do", "send");

        assertThat(send("/staff/products/p1/pictures", form, 200))
                .contains(
                        "value=\"Vườn dừa buổi sáng\"",
                        "value=\"/media/a.jpg\"",
                        "value=\"/media/c.jpg\"",
                        "<strong>b.heic</strong>: <span>Đây là ảnh HEIC")
                .doesNotContain("/media/b.heic");
        assertThat(catalogue.asked).noneMatch(question -> question.method().equals("PUT"));
    }

    @Test
    void wantsWordsForNewPictures() {
        catalogue.refusal = new Reply.Refused<>(
                400, "invalid-request", "", "", List.of(new InvalidField("media[1].alt", "Hãy viết một câu")));
        var form = pictures("a.jpg");
        form.part("do", "send");

        assertThat(send("/staff/products/p1/pictures", form, 400))
                .contains("value=\"/media/a.jpg\"", "id=\"f-media-1-alt-wrong\">Hãy viết một câu");
    }

    @Test
    void showsOfficersEachChangeInWords() {
        assertThat(browser.page("/staff/changes", 200))
                .contains("<del>", "<ins>", "cũ</del>", "mới</ins>", "Hợp tác xã Mẫu", "name=\"pick\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void approvesSeveralAndNamesThoseThatCannotBe() {
        post("/staff/changes", "pick=p1-1&pick=p2-1").expectStatus().isSeeOther();
        assertThat(catalogue.asked)
                .filteredOn(question -> question.method().equals("POST"))
                .hasSize(2);

        catalogue.refusal = new Reply.Refused<>(409, "changes-collide", "Đã thay đổi", "Người khác đã sửa", List.of());
        assertThat(Browser.body(post("/staff/changes", "pick=p1-1"), 200)).contains("Người khác đã sửa", "#c-p1-1");
    }

    @Test
    void keepsTheReasonThatWasRefused() {
        catalogue.refusal =
                new Reply.Refused<>(400, "invalid-request", "", "", List.of(new InvalidField("reason", "Dài quá")));

        assertThat(Browser.body(post("/staff/changes/p1-1/returns", "reason=Vi%E1%BA%BFt+l%E1%BA%A1i"), 400))
                .contains("Viết lại</textarea>", "Dài quá");
    }

    @Test
    void showsFindingsWithTheirDeadlinesAndWhatTheyBlock() {
        catalogue.suspended = true;
        assertThat(browser.page("/staff/own-findings", 200))
                .contains(
                        "Nhãn thiếu hạn dùng &lt;1&gt;",
                        "data-label=\"Thời hạn khắc phục\"",
                        "20/11/2026",
                        "Quá hạn",
                        "/staff/own-findings/f1",
                        "Giấy chứng nhận của Dừa sáp &lt;Cầu Kè&gt; đang bị tạm đình chỉ.");
        assertThat(browser.page("/staff/own-findings/f1", 200))
                .contains("Giấy chứng nhận của Dừa sáp", "Gửi trả lời", "Điều 5", "/staff/products/p1");

        catalogue.suspended = false;
        assertThat(browser.page("/staff/own-findings", 200))
                .contains("/staff/own-findings/f1")
                .doesNotContain("Giấy chứng nhận của");
    }

    @Test
    void doesNotShowFindingsAboutAnother() {
        catalogue.found = "somebody-else";

        assertThat(browser.page("/staff/own-findings/f1", 404)).doesNotContain("Nhãn thiếu");
    }

    @Test
    void sendsAnAnswerAndKeepsTheWordsOfOneThatIsRefused() {
        post("/staff/own-findings/f1/answers", "words=%C4%90%C3%A3+in+l%E1%BA%A1i+nh%C3%A3n")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/staff/own-findings/f1?done=finding-answers");
        assertThat(catalogue.sent("POST")).isEqualTo("{\"words\":\"Đã in lại nhãn\"}");

        catalogue.refusal =
                new Reply.Refused<>(400, "invalid-request", "", "", List.of(new InvalidField("words", "Dài quá")));
        assertThat(Browser.body(post("/staff/own-findings/f1/answers", "words=%C4%90%C3%A3+in+l%E1%BA%A1i"), 400))
                .contains(
                        "<strong>Nội dung</strong>: <span>Dài quá",
                        "Đã in lại</textarea>",
                        "id=\"answers-words-wrong\">Dài quá");
    }

    /** A form with files, as a browser writes it. */
    private static final class SentForm {

        static final MediaType TYPE = MediaType.parseMediaType("multipart/form-data;boundary=cut");

        private final StringBuilder body = new StringBuilder();

        void part(String name, String value) {
            add("name=\"" + name + '"', value);
        }

        /** A file that holds its own name. */
        void file(String name, String file) {
            add("name=\"" + name + "\"; filename=\"" + file + '"', file);
        }

        private void add(String what, String content) {
            body.append("--cut\r\nContent-Disposition: form-data; ")
                    .append(what)
                    .append("\r\n\r\n")
                    .append(content)
                    .append("\r\n");
        }

        byte[] body() {
            return (body + "--cut--\r\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    private WebTestClient.ResponseSpec post(String address, String form) {
        return web.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    private String send(String address, SentForm form, int status) {
        return Browser.body(
                web.post()
                        .uri(address)
                        .contentType(SentForm.TYPE)
                        .bodyValue(form.body())
                        .exchange(),
                status);
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "vn.ocopmarket.storefront.pages",
                "vn.ocopmarket.storefront.desk.web",
                "vn.ocopmarket.storefront.producerdesk"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    @Import(Browser.class)
    static class Desk {

        @Bean
        Clock clock() {
            var zone = ZoneId.of("Asia/Ho_Chi_Minh");
            return Clock.fixed(TODAY.atTime(9, 0).atZone(zone).toInstant(), zone);
        }

        @Bean
        Outages outages() {
            return _ -> false;
        }

        @Bean
        CurrentStaff currentStaff() {
            return () -> Mono.just(new StaffMember(
                    "a",
                    "chi-tu@example.vn",
                    Set.of(Role.PRODUCER, Role.OCOP_OFFICER),
                    Set.of("86"),
                    Set.of(),
                    Set.of(SOLD.producer().id())));
        }

        @Bean
        CatalogueByHand catalogue(JsonMapper mapper) {
            return new CatalogueByHand(mapper);
        }
    }

    /** Says what the catalogue would say, as JSON. */
    static final class CatalogueByHand implements Catalogue {

        private final JsonMapper mapper;
        private final List<Question> asked = new ArrayList<>();
        private Reply.@Nullable Refused<?> refusal;
        private boolean open = true;
        private boolean suspended;
        private String producer = SOLD.producer().id();
        private String found = SOLD.producer().id();

        CatalogueByHand(JsonMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public <T> Mono<Reply<T>> ask(Asker asker, Question question, Class<T> answer) {
            asked.add(question);
            var refused = refusal;
            if (refused != null
                    && !question.method().equals("GET")
                    && !question.path().equals("/api/v1/media")) {
                return Mono.just(new Reply.Refused<>(
                        refused.status(), refused.type(), refused.title(), refused.detail(), refused.errors()));
            }
            if (question.path().equals("/api/v1/media")) {
                return Mono.just(uploaded(question, answer));
            }
            return Mono.just(new Reply.Given<>(read(said(question), answer)));
        }

        private <T> Reply<T> uploaded(Question question, Class<T> answer) {
            var name = new String(
                    (byte[]) Objects.requireNonNull(question.content()).value(), StandardCharsets.UTF_8);
            return name.endsWith(".heic")
                    ? new Reply.Refused<>(
                            400, "invalid-request", "", "", List.of(new InvalidField("file", "Đây là ảnh HEIC")))
                    : new Reply.Given<>(read(Map.of("id", name, "url", "/media/" + name), answer));
        }

        private <T> T read(Object json, Class<T> answer) {
            return mapper.reader()
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .forType(answer)
                    .readValue(mapper.writeValueAsBytes(json));
        }

        private Object said(Question question) {
            return switch (question.path()) {
                case "/api/v1/products" -> Map.of("items", List.of(suspended ? RESTING : SOLD, EXPIRED));
                case "/api/v1/findings" -> Map.of("items", List.of(finding()));
                case "/api/v1/findings/{id}", "/api/v1/findings/{id}/answers" -> finding();
                case "/api/v1/products/{id}" ->
                    question.method().equals("PUT")
                            ? Map.of("product", SOLD, "proposal", proposal())
                            : owned(question.variables().getFirst().equals("p2") ? EXPIRED : SOLD);
                case "/api/v1/proposals", "/api/v1/proposals/own" ->
                    Map.of("items", open ? List.of(proposal()) : List.of());
                default -> proposal();
            };
        }

        private ProductRecord owned(ProductRecord product) {
            return producer.equals(product.producer().id())
                    ? product
                    : aProduct(product.id(), product.name()).by("Nhà khác").record();
        }

        private static Map<String, Object> proposal() {
            return Map.of(
                    "id",
                    "p1-1",
                    "productId",
                    "p1",
                    "product",
                    Map.of(
                            "slug",
                            "dua-sap",
                            "name",
                            "Dừa sáp",
                            "producerId",
                            SOLD.producer().id(),
                            "producerName",
                            "Hợp tác xã Mẫu",
                            "provinceCode",
                            "86"),
                    "revision",
                    1,
                    "by",
                    "a",
                    "at",
                    "2026-11-20T02:00:00Z",
                    "state",
                    "SUBMITTED",
                    "differences",
                    List.of(Map.of(
                            "field",
                            "STORY",
                            "pieces",
                            List.of(
                                    Map.of("kind", "SAME", "text", "Chuyện <script>alert(1)</script> "),
                                    Map.of("kind", "REMOVED", "text", "cũ"),
                                    Map.of("kind", "ADDED", "text", "mới")),
                            "picturesBefore",
                            List.of(),
                            "picturesAfter",
                            List.of(Map.of("url", PICTURE, "alt", "Vườn")))),
                    "wanted",
                    Map.of(
                            "narrative",
                            Objects.requireNonNull(SOLD.narrative()),
                            "media",
                            List.of(new Media(PICTURE, "Vườn", null)),
                            "variants",
                            SOLD.variants()));
        }

        private Map<String, Object> finding() {
            var at = "2026-11-10T02:00:00Z";
            return Map.of(
                    "id",
                    "f1",
                    "subject",
                    Map.of("kind", "PRODUCT", "label", SOLD.name(), "producerId", found, "productId", SOLD.id()),
                    "report",
                    Map.of(
                            "what",
                            "Nhãn thiếu hạn dùng <1>",
                            "ground",
                            "Điều 5",
                            "severity",
                            "MAJOR",
                            "evidence",
                            List.of(Map.of("sha256", "ab", "name", "nhan.jpg", "type", "image/jpeg", "bytes", 2000)),
                            "at",
                            at),
                    "state",
                    "SUSPENDED",
                    "deadline",
                    "2026-11-20",
                    "overdue",
                    true,
                    "rest",
                    Map.of(
                            "productId",
                            SOLD.id(),
                            "number",
                            SOLD.certificates().getFirst().number(),
                            "from",
                            "2026-11-12",
                            "reason",
                            "Chưa khắc phục",
                            "carriedOut",
                            true),
                    "permitted",
                    List.of("ANSWER"),
                    "history",
                    List.of(Map.of("at", at, "what", "RECORDED", "words", "Kiểm tra tại xưởng")));
        }

        private String sent(String method) {
            return asked.stream()
                    .filter(question -> question.method().equals(method))
                    .map(question -> mapper.writeValueAsString(
                            Objects.requireNonNull(question.content()).value()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
