package vn.ocopmarket.storefront.stockdesk.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.pos.ProductsByHand;
import vn.ocopmarket.testing.Stores;

/** Staff keep stock in order, by the forms of their pages. */
@SpringBootTest(
        classes = StockDeskApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ocop.second-factor.mode=offered")
class StockDeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final String STORE = "kho";
    private static final String SHOP = "quay";

    @TempDir
    static Path folder;

    @Autowired
    ProductsByHand products;

    @Autowired
    MovingStock moving;

    @Autowired
    FindStock stock;

    @Autowired
    Clock clock;

    private final WebTestClient web;
    private final String base;
    private String sku = "";

    StockDeskIT(@LocalServerPort int port) {
        base = "http://127.0.0.1:" + port;
        web = WebTestClient.bindToServer()
                .baseUrl(base)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        var file = Files.writeString(folder.resolve("accounts.json"), """
                [{"role":"POS_MANAGER","email":"boss@sample.test","password":"manager-1","scope":"kho,quay"},
                 {"role":"POS_STAFF","email":"clerk@sample.test","password":"clerk-123","scope":"quay"},
                 {"role":"POS_STAFF","email":"stranger@sample.test","password":"clerk-123","scope":"elsewhere"}]
                """);
        registry.add("ocop.account.file", file::toString);
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "stockdesk-" + UUID.randomUUID());
    }

    @BeforeEach
    void fillTheStore(@Autowired Locations locations) {
        var _ = await(locations.create(new Location(STORE, "Kho lớn", Location.Kind.WAREHOUSE, "01", true, false)));
        var _ = await(locations.create(new Location(SHOP, "Quầy nhỏ", Location.Kind.SHOWROOM, "01", true, true)));
        sku = "SKU-" + UUID.randomUUID().toString().substring(0, 8);
        products.put(ProductsByHand.product(
                sku, "Trà sen " + sku, 65_000, LocalDate.now(clock).plusDays(300)));
        receive("L1", 10);
    }

    @Test
    void sendsAndReceivesByForms() {
        var boss = signIn("boss@sample.test", "manager-1");
        var form = page(boss, "/staff/stock/transfers/new?from=" + STORE);
        assertThat(form).contains("Trà sen " + sku);

        var sent = post(boss, "/staff/stock/transfers", "once", once(form), "from", STORE, "to", SHOP, "q." + sku, "6");
        var address = location(sent);
        var again =
                post(boss, "/staff/stock/transfers", "once", once(form), "from", STORE, "to", SHOP, "q." + sku, "6");
        assertThat(location(again)).isEqualTo(address);
        assertThat(onHand(SetAside.IN_TRANSIT.at(SHOP))).isEqualTo(6);

        var clerk = signIn("clerk@sample.test", "clerk-123");
        assertThat(page(clerk, "/staff/stock/transfers")).contains("Đang đến", "Kho lớn → Quầy nhỏ");
        var one = page(clerk, address);
        var path = address.replaceAll("\\?.*", "");
        var silent = post(clerk, path + "/receptions", "once", once(one), "good.0", "4", "damaged.0", "1");
        silent.expectStatus().isEqualTo(409);
        assertThat(text(silent)).contains("hãy chọn lý do");
        post(clerk, path + "/receptions", "once", once(one), "good.0", "4", "damaged.0", "1", "why.0", "LOST")
                .expectStatus()
                .isSeeOther();

        assertThat(page(clerk, path)).contains("Đã nhận", "Thiếu 1", "Mất");
        assertThat(onHand(SHOP)).isEqualTo(4);
        assertThat(onHand(SetAside.DAMAGED.at(SHOP))).isEqualTo(1);
        assertThat(onHand(SetAside.IN_TRANSIT.at(SHOP))).isZero();
        assertThat(page(clerk, "/staff/stock?location=" + SHOP)).contains("Trà sen " + sku, "Hỏng");
    }

    @Test
    void hidesTransfersAndShelvesOfOthers() {
        var boss = signIn("boss@sample.test", "manager-1");
        var form = page(boss, "/staff/stock/transfers/new?from=" + STORE);
        var address = location(
                post(boss, "/staff/stock/transfers", "once", once(form), "from", STORE, "to", SHOP, "q." + sku, "1"));
        var stranger = signIn("stranger@sample.test", "clerk-123");

        get(stranger, address).expectStatus().isNotFound();
        get(stranger, "/staff/stock?location=" + STORE).expectStatus().isForbidden();
        get(stranger, "/staff/stock/level?id=" + STORE + "%7C" + sku + "%7CL1")
                .expectStatus()
                .isForbidden();
        get(stranger, "/staff/stock/transfers/new").expectStatus().isForbidden();
    }

    @Test
    void correctsSetsAsideAndTakesBackOnceEach() {
        var boss = signIn("boss@sample.test", "manager-1");
        var level = STORE + "|" + sku + "|L1";
        var shelf = "/staff/stock/level?id=" + level.replace("|", "%7C");
        var form = page(boss, shelf);
        assertThat(form).contains("Trà sen " + sku, "Điều chỉnh", "Nhận hàng trả");

        for (int i = 0; i < 2; i++) {
            post(
                            boss,
                            "/staff/stock/adjustments",
                            "once",
                            once(form),
                            "level",
                            level,
                            "quantity",
                            "3",
                            "direction",
                            "less",
                            "reason",
                            "SAMPLE")
                    .expectStatus()
                    .isSeeOther();
        }
        assertThat(onHand(STORE)).isEqualTo(7);
        var found = page(boss, shelf);
        var wrong = post(
                boss,
                "/staff/stock/adjustments",
                "once",
                once(found),
                "level",
                level,
                "quantity",
                "3",
                "direction",
                "less",
                "reason",
                "FOUND");
        wrong.expectStatus().isEqualTo(409);
        var tooMany = post(
                boss,
                "/staff/stock/set-asides",
                "once",
                once(page(boss, shelf)),
                "level",
                level,
                "quantity",
                "8",
                "condition",
                "DAMAGED");
        assertThat(text(tooMany)).contains("chỉ còn 7");
        post(
                        boss,
                        "/staff/stock/set-asides",
                        "once",
                        once(page(boss, shelf)),
                        "level",
                        level,
                        "quantity",
                        "2",
                        "condition",
                        "PAST_DATE")
                .expectStatus()
                .isSeeOther();
        post(
                        boss,
                        "/staff/stock/returns",
                        "once",
                        once(page(boss, shelf)),
                        "level",
                        level,
                        "quantity",
                        "1",
                        "condition",
                        "RESELLABLE")
                .expectStatus()
                .isSeeOther();
        post(
                        boss,
                        "/staff/stock/returns",
                        "once",
                        once(page(boss, shelf)),
                        "level",
                        level,
                        "quantity",
                        "1",
                        "condition",
                        "DAMAGED")
                .expectStatus()
                .isSeeOther();

        assertThat(onHand(STORE)).isEqualTo(6);
        assertThat(onHand(SetAside.PAST_DATE.at(STORE))).isEqualTo(2);
        assertThat(onHand(SetAside.DAMAGED.at(STORE))).isEqualTo(1);
        assertThat(await(stock.online(List.of(sku))).values()).allMatch(supply -> supply.available() == 6);
        assertThat(page(boss, shelf)).contains("Làm mẫu");
    }

    @Test
    void leavesWhatIsOnItsWayToItsTransfer() {
        var boss = signIn("boss@sample.test", "manager-1");
        var form = page(boss, "/staff/stock/transfers/new?from=" + STORE);
        post(boss, "/staff/stock/transfers", "once", once(form), "from", STORE, "to", SHOP, "q." + sku, "6")
                .expectStatus()
                .isSeeOther();
        var place = SetAside.IN_TRANSIT.at(SHOP);
        var once = once(page(boss, "/staff/stock/level?id=" + STORE + "%7C" + sku + "%7CL1"));

        for (var path : List.of("adjustments", "set-asides", "returns")) {
            post(
                            boss,
                            "/staff/stock/" + path,
                            "once",
                            once,
                            "level",
                            place + "|" + sku + "|L1",
                            "quantity",
                            "6",
                            "direction",
                            "less",
                            "reason",
                            "LOST",
                            "condition",
                            "DAMAGED")
                    .expectStatus()
                    .isForbidden();
        }

        assertThat(onHand(place)).isEqualTo(6);
    }

    @Test
    void countsBlindAndBooksWhatTheManagerApproves() {
        var boss = signIn("boss@sample.test", "manager-1");
        var clerk = signIn("clerk@sample.test", "clerk-123");
        receive(SHOP, "L2", 9);
        var begun = location(post(
                clerk,
                "/staff/stock/counts",
                "once",
                once(page(clerk, "/staff/stock/counts?location=" + SHOP)),
                "location",
                SHOP));
        var sheet = page(clerk, begun);
        assertThat(sheet).contains("Trà sen " + sku).doesNotContain(">9<");
        post(clerk, begun + "/looks", "once", once(sheet), "c." + sku + "|L2", "5")
                .expectStatus()
                .isSeeOther();
        var again = page(clerk, begun);
        assertThat(again).contains("Đếm lại");
        post(clerk, begun + "/submissions", "x", "y").expectStatus().isEqualTo(409);
        post(clerk, begun + "/looks", "once", once(again), "c." + sku + "|L2", "5")
                .expectStatus()
                .isSeeOther();
        post(clerk, begun + "/submissions", "x", "y").expectStatus().isSeeOther();
        assertThat(page(clerk, begun)).doesNotContain("Theo sổ lúc đếm");
        post(clerk, begun + "/approvals", "x", "y").expectStatus().isForbidden();

        assertThat(page(boss, begun)).contains("Theo sổ lúc đếm", "-4");
        post(boss, begun + "/approvals", "x", "y").expectStatus().isSeeOther();
        assertThat(onHand(SHOP)).isEqualTo(5);
    }

    @Test
    void tellsOnEveryPageWhatTheMarketOwns() {
        var boss = signIn("boss@sample.test", "manager-1");
        receive(SHOP, "L2", 4);
        receive(SHOP, "L2", Ownership.OWNED, 6);
        var level = SHOP + "|" + sku + "|L2|OWNED";
        var shelf = "/staff/stock/level?id=" + level.replace("|", "%7C");
        assertThat(page(boss, "/staff/stock?location=" + SHOP)).contains(">Mua đứt<", "L2%7COWNED");
        assertThat(page(boss, "/staff/stock/lists?location=" + SHOP + "&days=90"))
                .contains(">Mua đứt<");
        assertThat(page(boss, shelf.replace("%7COWNED", ""))).doesNotContain("Mua đứt");
        var one = page(boss, shelf);
        assertThat(one).contains(">Mua đứt<");
        get(boss, shelf + "X").expectStatus().isNotFound();

        adjust(boss, one, level, "1", "SAMPLE").expectStatus().isSeeOther();
        aside(boss, page(boss, shelf), level, "2").expectStatus().isSeeOther();
        eventually(() -> assertThat(page(boss, shelf)).contains("+6", "-1", "-2"));

        assertThat(owned(SHOP)).isEqualTo(3);
        assertThat(owned(SetAside.DAMAGED.at(SHOP))).isEqualTo(2);
        assertThat(onHand(SHOP)).isEqualTo(7);
        var begun = location(post(
                boss,
                "/staff/stock/counts",
                "once",
                once(page(boss, "/staff/stock/counts?location=" + SHOP)),
                "location",
                SHOP));
        var sheet = page(boss, begun);
        assertThat(sheet).contains("c." + sku + "|L2|OWNED", ">Mua đứt<");
        post(
                        boss,
                        begun + "/looks",
                        "once",
                        once(sheet),
                        "c." + sku + "|L2|OWNED",
                        "2",
                        "sku",
                        sku,
                        "lot",
                        "L3",
                        "owned",
                        "true",
                        "counted",
                        "1")
                .expectStatus()
                .isSeeOther();
        post(boss, begun + "/submissions", "x", "y").expectStatus().isSeeOther();
        assertThat(page(boss, begun)).contains(">Mua đứt<", "-1");
        post(boss, begun + "/approvals", "x", "y").expectStatus().isSeeOther();
        assertThat(owned(SHOP)).isEqualTo(3);
        assertThat(onHand(SHOP)).isEqualTo(7);
    }

    @Test
    void receivesWhatTheMarketOwnsAsItsOwnByForms() {
        var boss = signIn("boss@sample.test", "manager-1");
        receive(STORE, "L1", Ownership.OWNED, 5);
        var form = page(boss, "/staff/stock/transfers/new?from=" + STORE);
        var address = location(
                post(boss, "/staff/stock/transfers", "once", once(form), "from", STORE, "to", SHOP, "q." + sku, "12"));
        var one = page(boss, address);
        assertThat(one).contains(">Mua đứt<");
        var path = address.replaceAll("\\?.*", "");
        post(boss, path + "/receptions", "once", once(one), "good.0", "10", "good.1", "1", "damaged.1", "1")
                .expectStatus()
                .isSeeOther();

        assertThat(owned(SHOP)).isEqualTo(1);
        assertThat(owned(SetAside.DAMAGED.at(SHOP))).isEqualTo(1);
        assertThat(onHand(SHOP)).isEqualTo(11);
        assertThat(owned(STORE)).isEqualTo(3);
    }

    private ResponseSpec adjust(String session, String page, String level, String quantity, String reason) {
        return post(
                session,
                "/staff/stock/adjustments",
                "once",
                once(page),
                "level",
                level,
                "quantity",
                quantity,
                "direction",
                "less",
                "reason",
                reason);
    }

    private ResponseSpec aside(String session, String page, String level, String quantity) {
        return post(
                session,
                "/staff/stock/set-asides",
                "once",
                once(page),
                "level",
                level,
                "quantity",
                quantity,
                "condition",
                "DAMAGED");
    }

    private long owned(String place) {
        return await(stock.levels(sku, place, null, 50).collectList()).stream()
                .filter(level -> level.ownership().isOwned())
                .mapToLong(StockView::onHand)
                .sum();
    }

    @Test
    void listsWhatNeedsAnEye() {
        receive(SHOP, "L9", 3);
        var clerk = signIn("clerk@sample.test", "clerk-123");
        assertThat(page(clerk, "/staff/stock/lists?location=" + SHOP + "&days=90"))
                .contains("Trà sen " + sku, "còn 90 ngày", "Chưa ai xem");
        post(clerk, "/staff/stock/lists/confirmations", "location", SHOP, "sku", sku, "lot", "L9")
                .expectStatus()
                .isSeeOther();
        assertThat(page(clerk, "/staff/stock/lists?location=" + SHOP)).contains("Hôm nay", "clerk@sample.test");
        post(clerk, "/staff/stock/lists/thresholds", "location", SHOP, "sku", sku, "units", "2")
                .expectStatus()
                .isForbidden();
    }

    private void receive(String lot, long quantity) {
        receive(STORE, lot, quantity);
    }

    private void receive(String location, String lot, long quantity) {
        receive(location, lot, Ownership.CONSIGNED, quantity);
    }

    private void receive(String location, String lot, Ownership ownership, long quantity) {
        var lines = List.of(
                new Movement.Line(sku, lot, ownership, LocalDate.now(clock).plusDays(90), quantity));
        assertThat(await(moving.move(new Movement(
                        UUID.randomUUID().toString(),
                        Movement.Kind.RECEIPT,
                        location,
                        null,
                        lines,
                        "test",
                        null,
                        clock.instant()))))
                .isInstanceOf(Moved.class);
    }

    private long onHand(String place) {
        return await(stock.levels(sku, place, null, 50).collectList()).stream()
                .mapToLong(StockView::onHand)
                .sum();
    }

    private String signIn(String email, String password) {
        var form = BodyInserters.fromFormData("email", email)
                .with("password", password)
                .with("next", "/staff");
        var answer = web.post().uri("/sign-in").body(form).exchange().returnResult(Void.class);
        return requireNonNull(answer.getResponseCookies().getFirst("SESSION")).getValue();
    }

    private ResponseSpec get(String session, String address) {
        return web.get()
                .uri(URI.create(base + address))
                .accept(MediaType.TEXT_HTML)
                .cookie("SESSION", session)
                .exchange();
    }

    private String page(String session, String address) {
        return text(get(session, address).expectStatus().isOk());
    }

    private ResponseSpec post(String session, String address, String... fields) {
        var form = BodyInserters.fromFormData(fields[0], fields[1]);
        for (int i = 2; i < fields.length; i += 2) {
            form = form.with(fields[i], fields[i + 1]);
        }
        return web.post().uri(address).cookie("SESSION", session).body(form).exchange();
    }

    private static String location(ResponseSpec answer) {
        var headers =
                answer.expectStatus().isSeeOther().returnResult(Void.class).getResponseHeaders();
        return String.valueOf(headers.getLocation());
    }

    private static String once(String page) {
        var matcher = ONCE.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String text(ResponseSpec answer) {
        @Nullable String body = answer.expectBody(String.class).returnResult().getResponseBody();
        return body == null ? "" : body;
    }

    private static <T> T await(Mono<T> mono) {
        return requireNonNull(mono.block(PATIENCE));
    }
}
