package vn.ocopmarket.storefront.fair.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.pos.ProductsByHand;
import vn.ocopmarket.testing.Stores;

@SpringBootTest(classes = FairApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FairIT {

    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    @Autowired
    ProductsByHand products;

    @Autowired
    Clock clock;

    @Autowired
    Locations locations;

    @Autowired
    MovingStock moving;

    @Autowired
    FindStock stock;

    private final WebTestClient web;
    private LocalDate first = LocalDate.MIN;
    private String session = "";
    private String path = "";

    FairIT(@LocalServerPort int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        var file = Files.writeString(folder.resolve("accounts.json"), """
                [{"role":"TRADE_OFFICER","email":"officer@sample.test","password":"fair","scope":"86"},
                 {"role":"TRADE_OFFICER","email":"other@sample.test","password":"fair","scope":"01"}]
                """);
        registry.add("ocop.account.file", file::toString);
        registry.add("ocop.pages.base-url", () -> "https://cho.example");
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "fair-" + UUID.randomUUID());
    }

    @BeforeEach
    void planAFair() {
        first = LocalDate.now(clock).plusDays(10);
        products.put(ProductsByHand.product("FIT", "Mắm còn hạn", 10_000, first.plusDays(2)));
        products.put(ProductsByHand.product("SHORT", "Mắm hết hạn sớm", 10_000, first));
        session = signIn("officer@sample.test");
        var answer = post(
                "/staff/fairs",
                "name",
                "Hội chợ Trà Vinh",
                "province",
                "86",
                "address",
                "Phường Trà Vinh",
                "first",
                first.toString(),
                "last",
                first.plusDays(2).toString(),
                "organiser",
                "Sở Công Thương",
                "stalls",
                "A1 | HTX Ban Mai\nA2 HTX Sông Hậu");
        path = requireNonNull(answer.expectStatus()
                        .isSeeOther()
                        .returnResult(Void.class)
                        .getResponseHeaders()
                        .getLocation())
                .getPath();
    }

    @Test
    void refusesAProductThatExpiresOnTheSecondDayAndSaysWhy() {
        assertThat(page(path + "?find=mam")).contains("Mắm hết hạn sớm", "Không đủ điều kiện từ ngày", "đã hết hạn");

        assertThat(body(post(path + "/picks", "product", "id-SHORT"))).contains("Không chọn được Mắm hết hạn sớm");
        post(path + "/picks", "product", "id-FIT").expectStatus().isSeeOther();
        assertThat(page(path)).contains("Đã chọn (1)");
    }

    @Test
    void isNotSeenBeforeItIsPublishedAndJudgedAgainThen() {
        post(path + "/picks", "product", "id-FIT").expectStatus().isSeeOther();
        var fit = requireNonNull(products.byIdOrSlug("id-FIT").block()).product();
        products.put(ProductsByHand.withdrawn(fit, first.plusDays(1)));

        assertThat(body(post(path + "/publication", "x", "y"))).contains("Chưa công bố được", "Mắm còn hạn");
        assertThat(list()).doesNotContain(slug());

        products.put(fit);
        post(path + "/publication", "x", "y").expectStatus().isSeeOther();
        assertThat(list()).contains(slug());
    }

    @Test
    void showsAsGoneWhatIsWithdrawnAfterPublishing() {
        var slug = published();
        assertThat(anonymous("/fairs/" + slug))
                .contains("Sản phẩm tại hội chợ (1)")
                .doesNotContain("Không còn được bán");

        var fit = requireNonNull(products.byIdOrSlug("id-FIT").block()).product();
        products.put(ProductsByHand.withdrawn(fit, LocalDate.now(clock)));

        assertThat(anonymous("/fairs/" + slug))
                .contains("Sản phẩm tại hội chợ (0)", "Không còn được bán", "đã bị thu hồi");
        assertThat(anonymous("/fairs/" + slug + "/catalogue")).doesNotContain("Mắm còn hạn");
        web.get()
                .uri("/api/v1/fairs/" + slug)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.products[0].sold")
                .isEqualTo(false)
                .jsonPath("$.products[0].reasons[0]")
                .isEqualTo("CERTIFICATE_WITHDRAWN");
    }

    @Test
    void printsACatalogueWhoseCodesOpenTheProducts() {
        var catalogue = anonymous("/fairs/" + published() + "/catalogue");

        assertThat(catalogue).contains("Tỉnh Vĩnh Long", "Nước mắm", "HTX Ban Mai", "Ủ chượp");
        assertThat(catalogue).contains("href=\"https://cho.example/products/slug-fit\"", "<path d=\"M");
    }

    @Test
    void movesStockToAStallOnceThoughTheFormIsSentTwice() {
        post(path + "/picks", "product", "id-FIT").expectStatus().isSeeOther();
        var from = "kho-" + UUID.randomUUID();
        run(locations.create(new Location(from, "Kho", Location.Kind.WAREHOUSE, "86", true, false)));
        run(moving.move(new Movement(
                "r-" + from,
                Movement.Kind.RECEIPT,
                from,
                null,
                List.of(new Movement.Line("FIT", null, null, 10)),
                "t",
                null,
                clock.instant())));
        var form = ONCE.matcher(page(path));
        assertThat(form.find()).isTrue();
        for (int i = 0; i < 2; i++) {
            post(path + "/stock", "once", form.group(1), "from", from, "stall", "A1", "sku", "FIT", "quantity", "4")
                    .expectStatus()
                    .isSeeOther();
        }

        assertThat(onHand(from)).isEqualTo(6);
        assertThat(onHand("fair-" + path.substring(path.lastIndexOf('/') + 1) + "-a1"))
                .isEqualTo(4);
    }

    @Test
    void isUnknownToOfficersOfOtherProvinces() {
        session = signIn("other@sample.test");

        web.get().uri(path).cookie("SESSION", session).exchange().expectStatus().isNotFound();
        post(path + "/publication", "x", "y").expectStatus().isNotFound();
        post(
                        "/staff/fairs",
                        "name",
                        "X",
                        "province",
                        "86",
                        "address",
                        "x",
                        "first",
                        first.toString(),
                        "last",
                        first.toString(),
                        "organiser",
                        "x",
                        "stalls",
                        "A1")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void namesTheFieldsOfAPlanThatAreWrong() {
        assertThat(body(post(
                        "/staff/fairs",
                        "name",
                        "",
                        "province",
                        "86",
                        "address",
                        "x",
                        "first",
                        first.toString(),
                        "last",
                        first.minusDays(1).toString(),
                        "organiser",
                        "x",
                        "stalls",
                        "A1")))
                .contains("Tên hội chợ: từ 1", "Ngày: ngày cuối");
    }

    private String published() {
        post(path + "/picks", "product", "id-FIT").expectStatus().isSeeOther();
        post(path + "/publication", "x", "y").expectStatus().isSeeOther();
        return slug();
    }

    private String slug() {
        var found = Pattern.compile("/fairs/(hoi-cho[a-z0-9-]+)").matcher(page(path));
        return found.find() ? found.group(1) : "hoi-cho-not-published";
    }

    private long onHand(String location) {
        return requireNonNull(
                        stock.levels("FIT", location, null, 10).collectList().block())
                .stream()
                .mapToLong(StockView::onHand)
                .sum();
    }

    private static void run(Mono<?> work) {
        var _ = work.block(Duration.ofSeconds(20));
    }

    private String list() {
        return anonymous("/api/v1/fairs");
    }

    private String anonymous(String address) {
        return requireNonNull(web.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String page(String address) {
        return body(web.get().uri(address).cookie("SESSION", session).exchange());
    }

    private WebTestClient.ResponseSpec post(String address, String... fields) {
        var form = BodyInserters.fromFormData(fields[0], fields[1]);
        for (int i = 2; i < fields.length; i += 2) {
            form = form.with(fields[i], fields[i + 1]);
        }
        return web.post().uri(address).cookie("SESSION", session).body(form).exchange();
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String signIn(String email) {
        var answer = web.post()
                .uri("/sign-in")
                .body(BodyInserters.fromFormData("email", email).with("password", "fair"))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class);
        return requireNonNull(answer.getResponseCookies().getFirst("SESSION")).getValue();
    }
}
