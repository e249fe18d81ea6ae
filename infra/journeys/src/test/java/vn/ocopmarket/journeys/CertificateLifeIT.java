package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Occasion;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.standalone.client.MarketApi;
import vn.ocopmarket.standalone.client.Officer;

/** One product through 37 months of a moved clock: all that shows or sells it says the same on each day. */
class CertificateLifeIT {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate START = LocalDate.now(VIETNAM);
    private static final LocalDate END = START.plusMonths(36);
    private static final String SKU = "DOI-1";
    private static final String NAME = "Mật ong đi qua ba năm";
    private static final String FIRST = "101/QĐ-UBND";
    private static final String SECOND = "202/QĐ-UBND";
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    private Path data;

    private Officer officer = new Officer("", "");
    private Http shop = new Http("");
    private String catalogue = "";
    private LocalDate today = START;

    @Test
    void isTheSameEverywhereOnEveryDayOfItsLife() {
        on(START, () -> {
            enter();
            expect("VALID", 4);
        });
        on(END.minusDays(150), () -> {
            expect("RENEWAL_WINDOW", 4);
        });
        on(END.minusDays(60), () -> {
            expect("LATE_FOR_RENEWAL", 4);
        });
        on(START.plusMonths(37), () -> {
            expectRefused("EXPIRED", "CERTIFICATE_EXPIRED");
            act(
                    "extensions",
                    Map.of(
                            "until",
                            END.plusDays(100).toString(),
                            "receipt",
                            "PĐK-86-7",
                            "receivedOn",
                            END.minusDays(3).toString(),
                            "receivedBy",
                            "UBND xã Cầu Kè"));
            expect("EXTENDED", 4);
            issue(SECOND, 3);
            expect("VALID", 3);
            history();
        });
    }

    private interface Visit {
        void make() throws InterruptedException;
    }

    /** The whole market, as it runs on that day. */
    private void on(LocalDate day, Visit visit) {
        var offset = Map.of("OCOP_CLOCK_OFFSET", "P" + ChronoUnit.DAYS.between(START, day) + "D");
        try (var market = SharedMarket.start(data, offset, "--no-sample-data")) {
            today = day;
            catalogue = market.catalog();
            shop = new Http(market.storefront());
            officer = new Officer(market.storefront(), catalogue)
                    .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
            visit.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void enter() throws InterruptedException {
        var row = Map.of(
                "product",
                NAME,
                "producer",
                "HTX Ba Năm",
                "province",
                "Vĩnh Long",
                "group",
                "4",
                "stars",
                "4",
                "decision",
                FIRST,
                "issuedOn",
                START.toString(),
                "sku",
                SKU,
                "price",
                "120000");
        var report = officer.importRows(List.of(row), false);
        assertThat(report.get("accepted").asInt()).as(report.toString()).isEqualTo(1);
        officer.ensureLocation(
                "kho",
                Map.of(
                        "id",
                        "kho",
                        "name",
                        "Kho",
                        "kind",
                        "WAREHOUSE",
                        "provinceCode",
                        "86",
                        "sellsOnline",
                        true,
                        "pickup",
                        false));
        officer.receive("nhap", new Officer.Receipt("kho", List.of(new Officer.Line(SKU, 50))));
    }

    private JsonNode product() {
        return officer.product(SKU);
    }

    private void act(String act, Map<String, Object> body) {
        var path = "%s/api/v1/products/%s/certificates/%s/%s"
                .formatted(catalogue, product().get("id").asString(), MarketApi.segment(FIRST), act);
        var _ = officer.api().post(path, null, body);
    }

    private void issue(String number, int stars) {
        var _ = officer.api()
                .post(
                        catalogue + "/api/v1/products/" + product().get("id").asString() + "/certificates",
                        null,
                        Map.of(
                                "decision",
                                number,
                                "issuedOn",
                                today.toString(),
                                "stars",
                                stars,
                                "issuedBy",
                                "UBND tỉnh Vĩnh Long"));
    }

    private void expect(String state, int stars) {
        var id = product().get("id").asString();
        eventually(SOON, () -> {
            var shown = shop.get("/api/v1/products/" + id).json();
            assertThat(shown.at("/certificate/state").asString()).isEqualTo(state);
            assertThat(shown.get("stars").asInt()).isEqualTo(stars);
            assertThat(shown.get("purchasable").asBoolean()).isTrue();
            assertThat(shown.get("inStock").asBoolean()).isTrue();
            assertThat(found()).hasSize(1).allMatch(hit -> hit.get("stars").asInt() == stars);
        });
        assertThat(page("")).contains("stars--" + stars, "action=\"/cart/lines\"");
        assertThat(structured()).contains("\"@type\":\"Offer\"", "OCOP " + stars);
        assertThat(exported()).satisfies(product -> {
            assertThat(Eligibility.whyNot(product, SKU, Occasion.listing(today, Channel.EXPORT)))
                    .isEmpty();
            assertThat(product.certificateOn(today).orElseThrow().stars()).isEqualTo(stars);
        });
        var cart = shop.cartWith(SKU, 1);
        assertThat(cart.status()).as(cart.text()).isEqualTo(200);
        var ordered = shop.post(
                "/api/v1/checkouts",
                Http.checkout(cart.json(), "cod"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
    }

    private void expectRefused(String state, String reason) {
        var id = product().get("id").asString();
        eventually(SOON, () -> {
            var shown = shop.get("/api/v1/products/" + id).json();
            assertThat(shown.at("/certificate/state").asString()).isEqualTo(state);
            assertThat(shown.get("stars").isNull()).isTrue();
            assertThat(shown.get("purchasable").asBoolean()).isFalse();
            assertThat(shown.at("/variants/0/reasons/0/code").asString()).isEqualTo(reason);
            assertThat(found()).isEmpty();
        });
        assertThat(page("")).doesNotContain("stars--", "action=\"/cart/lines\"");
        assertThat(structured()).doesNotContain("\"@type\":\"Offer\"", "OCOP 4");
        assertThat(Eligibility.whyNot(exported(), SKU, Occasion.sale(today, Channel.EXPORT)))
                .extracting(Enum::name)
                .containsExactly(reason);
        var cart = shop.cartWith(SKU, 1);
        assertThat(cart.status()).as(cart.text()).isEqualTo(409);
        assertThat(cart.text()).contains(reason);
    }

    /** Both recognitions, what became of each, and who did what. */
    private void history() {
        assertThat(page("/certificate")).contains(FIRST, SECOND, "PĐK-86-7", "hạ hạng", "Từng được công nhận 4 sao");
        var told = officer.api()
                .get(catalogue + "/api/v1/products/" + product().get("id").asString() + "/history");
        assertThat(told.get("items").valueStream().map(deed -> deed.get("what").asString()))
                .startsWith("CERTIFICATE_ISSUED", "CERTIFICATE_EXTENDED");
    }

    private List<JsonNode> found() {
        var answer = shop.get("/api/v1/products?q=" + Http.encode(NAME));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private String page(String below) {
        var slug = product().get("slug").asString();
        return shop.page("/products/" + slug + below);
    }

    private String structured() {
        var page = page("");
        var start = page.indexOf("application/ld+json");
        return page.substring(start, page.indexOf("</script>", start));
    }

    private ProductRecord exported() {
        return new Http(catalogue)
                .get("/api/v1/exports/products", "Accept", "application/x-ndjson")
                .text()
                .lines()
                .map(line -> JsonMapper.shared()
                        .readerFor(ProductRecord.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .<ProductRecord>readValue(line))
                .filter(product -> product.variant(SKU).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
