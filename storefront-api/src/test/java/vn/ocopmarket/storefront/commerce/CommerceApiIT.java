package vn.ocopmarket.storefront.commerce;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.token.IssuingTokens;
import vn.ocopmarket.storefront.token.StaffTokens;

/** What programs see of carts, checkouts, orders and stock. */
class CommerceApiIT extends CommerceIT {

    private static final String MONEY = "{\"amount\":%d,\"currency\":\"VND\"}";

    @Autowired
    IssuingTokens tokens;

    @Autowired
    Accounts accounts;

    private WebTestClient web = WebTestClient.bindToServer().build();
    private String admin = "";
    private String clerk = "";
    private String service = "";

    @BeforeEach
    void signIn(@LocalServerPort int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        admin = token(Role.ADMINISTRATOR, Set.of());
        clerk = token(Role.POS_MANAGER, Set.of(SHOWROOM));
        service = token(Role.SERVICE, Set.of());
    }

    @Test
    void buysForCashAndFollowsTheOrder() {
        var sku = onSale(35_000, 10);
        var cart = cartWith(sku, 2);
        assertThat(cart.at("/total/amount").asLong()).isEqualTo(70_000);
        assertThat(cart.at("/lines/0/price/amount").asLong()).isEqualTo(35_000);
        assertThat(cart.at("/lines/0/purchasable").asBoolean()).isTrue();

        var key = ids.next(20);
        var body = checkout(cart.at("/id").asString(), "cod", 70_000);
        var first = post("/api/v1/checkouts", body, key).expectStatus().isCreated();
        var answer = read(first.expectHeader().doesNotExist("Idempotent-Replayed"));
        assertThat(answer.at("/order/state").asString()).isEqualTo("CONFIRMED");
        assertThat(answer.at("/order/total/amount").asLong()).isEqualTo(90_000);
        assertThat(answer.at("/payment/method").asString()).isEqualTo("cod");

        var again = post("/api/v1/checkouts", body, key).expectStatus().isCreated();
        assertThat(read(again.expectHeader().valueEquals("Idempotent-Replayed", "true")))
                .isEqualTo(answer);
        post("/api/v1/checkouts", checkout(cart.at("/id").asString(), "card", 70_000), key)
                .expectStatus()
                .isEqualTo(422);

        var link = answer.at("/trackingUrl").asString();
        var token = link.substring(link.indexOf("token=") + 6);
        var path = "/api/v1/orders/" + answer.at("/order/id").asString();
        var order = read(web.get()
                .uri(path + "?token=" + token)
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(order.at("/orderState").asString()).isEqualTo("CONFIRMED");
        assertThat(order.at("/lines/0/tax/amount").asLong()).isEqualTo(5_185);
        assertThat(order.toString()).doesNotContain("0912345678").doesNotContain("Nguyễn");
        web.get().uri(path + "?token=" + token + "x").exchange().expectStatus().isNotFound();
        web.get().uri(path).exchange().expectStatus().isNotFound();

        var cancelled = read(post(path + "/cancellations?token=" + token, "{}", ids.next(9))
                .expectStatus()
                .isOk());
        assertThat(cancelled.at("/orderState").asString()).isEqualTo("CANCELLED");
        post(path + "/cancellations?token=wrong", "{}", ids.next(9))
                .expectStatus()
                .isNotFound();
        assertThat(levels(sku).getFirst().available()).isEqualTo(10);
    }

    @Test
    void doesOnceWhatHasAKeyHoweverItsAddressIsWritten() {
        var key = ids.next(20);
        var first = read(strangely("/%61pi/v1/carts", key));
        var again = strangely("/%61pi/v1/carts", key);
        assertThat(read(again.expectHeader().valueEquals("Idempotent-Replayed", "true")))
                .isEqualTo(first);
    }

    @Test
    void saysWhyALineCannotBeHad() {
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, 10_000, LocalDate.now(clock).minusDays(1)));
        var few = onSale(10_000, 1);
        var cart =
                read(web.post().uri("/api/v1/carts").exchange().expectStatus().isCreated());
        var lines = "/api/v1/carts/" + cart.at("/id").asString() + "/lines/";

        var expired = read(put(lines + sku, "{\"quantity\":1}").expectStatus().isEqualTo(409));
        assertThat(expired.at("/type").asString()).isEqualTo("https://ocopmarket.vn/problems/not-purchasable");
        assertThat(expired.at("/reasons/0/code").asString()).isEqualTo("CERTIFICATE_EXPIRED");
        assertThat(expired.at("/detail").asString()).contains("hết hạn");
        var tooMany = read(put(lines + few, "{\"quantity\":2}").expectStatus().isEqualTo(409));
        assertThat(tooMany.at("/type").asString()).isEqualTo("https://ocopmarket.vn/problems/insufficient-stock");
        assertThat(tooMany.at("/available").asLong()).isEqualTo(1);
        put(lines + "nothing", "{\"quantity\":1}").expectStatus().isNotFound();
        put(lines + few, "{\"quantity\":0}").expectStatus().isBadRequest();
        put(lines + few, "{\"quantity\":1,\"gift\":true}").expectStatus().isBadRequest();
        put("/api/v1/carts/none/lines/" + few, "{\"quantity\":1}")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void namesTheFieldsAndTheLinesThatStandAgainstACheckout() {
        var sku = onSale(35_000, 10);
        var id = cartWith(sku, 1).at("/id").asString();

        post("/api/v1/checkouts", checkout(id, "cod", 35_000), null)
                .expectStatus()
                .isBadRequest();
        var fields = read(post(
                        "/api/v1/checkouts",
                        checkout(id, "cod", 35_000).replace("0912345678", "12").replace("00004", "99999"),
                        ids.next(9))
                .expectStatus()
                .isBadRequest());
        assertThat(fields.at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("contact.phone", "delivery.address.communeCode");
        post("/api/v1/checkouts", checkout(id, "cheque", 35_000), ids.next(9))
                .expectStatus()
                .isBadRequest();
        post("/api/v1/checkouts", checkout(id, "cod", 35_000).replace("\"street\"", "\"district\""), ids.next(9))
                .expectStatus()
                .isBadRequest();

        products.sell(FakeProducts.Spec.of(sku, 40_000, LocalDate.now(clock).plusYears(1)));
        var changed = read(post("/api/v1/checkouts", checkout(id, "cod", 35_000), ids.next(9))
                .expectStatus()
                .isEqualTo(409));
        assertThat(changed.at("/lines/0/reasons/0/code").asString()).isEqualTo("PRICE_CHANGED");
        assertThat(changed.at("/goods/amount").asLong()).isEqualTo(40_000);
        assertThat(changed.at("/total/amount").asLong()).isEqualTo(60_000);
    }

    @Test
    void receivesOncePerKeyAndProvesTheStock() {
        var sku = onSale(35_000, 1);
        var receipt = "{\"locationId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":24,\"lot\":\"L1\"}]}"
                .formatted(SHOWROOM, sku);
        var key = ids.next(20);

        for (int i = 0; i < 3; i++) {
            as(clerk, "/api/v1/stock/receipts", receipt, key).expectStatus().isCreated();
        }
        as(clerk, "/api/v1/stock/receipts", receipt.replace("24", "25"), key)
                .expectStatus()
                .isEqualTo(422);
        as(clerk, "/api/v1/stock/receipts", receipt.replace(SHOWROOM, WAREHOUSE), ids.next(9))
                .expectStatus()
                .isForbidden();
        as(clerk, "/api/v1/stock/receipts", receipt.replace(sku, "unknown"), ids.next(9))
                .expectStatus()
                .isNotFound();
        var count = "{\"locationId\":\"%s\",\"sku\":\"%s\",\"lot\":\"L1\",\"counted\":20}".formatted(SHOWROOM, sku);
        as(clerk, "/api/v1/stock/counts", count, null).expectStatus().isCreated();

        var stock = read(get(clerk, "/api/v1/stock?location=" + SHOWROOM + "&sku=" + sku));
        assertThat(stock.at("/items/0/onHand").asLong()).isEqualTo(20);
        var proof = read(get(clerk, "/api/v1/stock/reconciliation?fresh=true"));
        // Other tests promise stock to orders that are not there.
        assertThat(proof.at("/discrepancies")
                        .valueStream()
                        .filter(found -> !found.at("/levelId").isNull()))
                .isEmpty();
        eventually(() -> {
            var ledger = read(get(clerk, "/api/v1/stock/ledger?location=" + SHOWROOM + "&sku=" + sku));
            assertThat(ledger.at("/items").findValuesAsString("type")).containsExactlyInAnyOrder("COUNT", "RECEIPT");
        });
    }

    @Test
    void refusesMoreThanAnybodyMeans() {
        var sku = onSale(35_000, 5);
        var receipt = "{\"locationId\":\"%s\",\"lines\":[%s]}";
        var line = "{\"sku\":\"%s\",\"quantity\":%d}";
        var some = line.formatted(sku, 1_000_000);
        var much = line.formatted(sku, Long.MAX_VALUE);
        var adjustment = "{\"locationId\":\"%s\",\"sku\":\"%s\",\"difference\":%d,\"reason\":\"CORRECTION\"}";
        var count = "{\"locationId\":\"%s\",\"sku\":\"%s\",\"counted\":%d}";
        var aside = "{\"locationId\":\"%s\",\"condition\":\"DAMAGED\",\"lines\":[%s]}";
        var transfer = "{\"locationId\":\"%s\",\"toLocationId\":\"%s\",\"lines\":[%s]}";

        refuses("receipts", receipt.formatted(WAREHOUSE, line.formatted(sku, 1_000_001)));
        refuses("receipts", receipt.formatted(WAREHOUSE, much + "," + much));
        refuses("receipts", receipt.formatted(WAREHOUSE, String.join(",", Collections.nCopies(1_001, some))));
        refuses("returns", aside.formatted(WAREHOUSE, much + "," + much));
        refuses("set-asides", aside.formatted(WAREHOUSE, much + "," + much));
        refuses("transfers", transfer.formatted(WAREHOUSE, SHOWROOM, much + "," + much));
        refuses("adjustments", adjustment.formatted(WAREHOUSE, sku, Long.MAX_VALUE));
        refuses("adjustments", adjustment.formatted(WAREHOUSE, sku, -1_000_001));
        refuses("counts", count.formatted(WAREHOUSE, sku, Long.MAX_VALUE));

        assertThat(levels(sku))
                .singleElement()
                .satisfies(level -> assertThat(level.onHand()).isEqualTo(5));
    }

    private void refuses(String path, String body) {
        var problem = read(as(admin, "/api/v1/stock/" + path, body, ids.next(20))
                .expectStatus()
                .isBadRequest());
        assertThat(problem.at("/type").asString()).endsWith("/invalid-request");
    }

    @ParameterizedTest
    @EnumSource
    void takesNoPlaceBesideALocationForOne(SetAside apart) {
        var sku = onSale(35_000, 5);
        var place = apart.at(SHOWROOM);
        assertThat(move(Movement.Kind.TRANSFER, WAREHOUSE, place, sku, 2)).isInstanceOf(Moved.class);
        var lines = "\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(sku);
        var transfer = "{\"locationId\":\"%s\",\"toLocationId\":\"%s\"," + lines;
        var sending = "{\"from\":\"%s\",\"to\":\"%s\"," + lines;
        // What is on its way is nobody's to touch.
        var refused = apart == SetAside.IN_TRANSIT ? 403 : 404;

        answers(refused, "/api/v1/stock/receipts", "{\"locationId\":\"%s\",".formatted(place) + lines);
        answers(
                refused,
                "/api/v1/stock/returns",
                "{\"locationId\":\"%s\",\"condition\":\"RESELLABLE\",".formatted(place) + lines);
        answers(refused, "/api/v1/stock/transfers", transfer.formatted(place, WAREHOUSE));
        answers(404, "/api/v1/stock/transfers", transfer.formatted(WAREHOUSE, place));
        answers(404, "/api/v1/transfers", sending.formatted(place, WAREHOUSE));
        answers(404, "/api/v1/transfers", sending.formatted(WAREHOUSE, place));

        assertThat(levels(sku))
                .extracting(StockView::locationId, StockView::onHand)
                .containsExactlyInAnyOrder(tuple(WAREHOUSE, 3L), tuple(place, 2L));
    }

    private void answers(int status, String path, String body) {
        as(admin, path, body, ids.next(20)).expectStatus().isEqualTo(status);
    }

    @Test
    void sendsReceivesAndTakesBackOncePerKey() {
        var sku = onSale(35_000, 10);
        var sending = "{\"from\":\"%s\",\"to\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":6}]}"
                .formatted(WAREHOUSE, SHOWROOM, sku);
        var key = ids.next(20);
        var sent =
                read(as(admin, "/api/v1/transfers", sending, key).expectStatus().isCreated());
        assertThat(read(as(admin, "/api/v1/transfers", sending, key)
                        .expectStatus()
                        .isCreated()))
                .isEqualTo(sent);
        assertThat(sent.at("/state").asString()).isEqualTo("ON_THE_WAY");
        as(clerk, "/api/v1/transfers", sending, ids.next(20)).expectStatus().isForbidden();

        var path = "/api/v1/transfers/" + sent.at("/id").asString() + "/receptions";
        var silent = "{\"lines\":[{\"sku\":\"%s\",\"good\":4,\"damaged\":1}]}".formatted(sku);
        as(clerk, path, silent, ids.next(20)).expectStatus().isEqualTo(422);
        var receiving = silent.replace("\"damaged\":1", "\"damaged\":1,\"reason\":\"LOST\"");
        var receivingKey = ids.next(20);
        for (int i = 0; i < 2; i++) {
            var received =
                    read(as(clerk, path, receiving, receivingKey).expectStatus().isOk());
            assertThat(received.at("/state").asString()).isEqualTo("RECEIVED");
        }
        as(clerk, path, receiving, ids.next(20)).expectStatus().isEqualTo(409);

        var back = "{\"locationId\":\"%s\",\"condition\":\"PAST_DATE\",\"lines\":[{\"sku\":\"%s\",\"quantity\":2}]}"
                .formatted(SHOWROOM, sku);
        var backKey = ids.next(20);
        for (int i = 0; i < 2; i++) {
            as(clerk, "/api/v1/stock/returns", back, backKey).expectStatus().isCreated();
        }
        var loss = "{\"locationId\":\"%s\",\"sku\":\"%s\",\"difference\":-1,\"reason\":\"FOUND\"}"
                .formatted(SHOWROOM, sku);
        as(clerk, "/api/v1/stock/adjustments", loss, ids.next(20))
                .expectStatus()
                .isBadRequest();
        as(clerk, "/api/v1/stock/adjustments", loss.replace("FOUND", "THEFT"), ids.next(20))
                .expectStatus()
                .isCreated();

        assertThat(onHand(SHOWROOM, sku)).isEqualTo(3);
        assertThat(onHand(SHOWROOM + ".damaged", sku)).isEqualTo(1);
        assertThat(onHand(SHOWROOM + ".past-date", sku)).isEqualTo(2);
        assertThat(onHand(SHOWROOM + ".in-transit", sku)).isZero();
        var low = read(get(clerk, "/api/v1/stock/low?location=" + SHOWROOM));
        assertThat(low.at("/items").findValuesAsString("sku")).contains(sku);
    }

    @Test
    void countsWithoutSayingWhatIsExpected() {
        var sku = onSale(35_000, 1);
        receive(SHOWROOM, sku, 10);
        var key = ids.next(20);
        var begun = "{\"locationId\":\"%s\"}".formatted(SHOWROOM);
        var count = read(
                as(clerk, "/api/v1/stock-counts", begun, key).expectStatus().isCreated());
        as(clerk, "/api/v1/stock-counts", begun, ids.next(20)).expectStatus().isEqualTo(409);
        var path = "/api/v1/stock-counts/" + count.at("/id").asString();
        var look = "{\"sku\":\"%s\",\"counted\":4}".formatted(sku);

        var first = read(
                as(clerk, path + "/looks", look, ids.next(20)).expectStatus().isOk());
        assertThat(first.at("/lines/0/again").asBoolean()).isTrue();
        assertThat(first.at("/lines/0/expected").isMissingNode()).isTrue();
        as(clerk, path + "/submissions", "", null).expectStatus().isEqualTo(409);
        as(clerk, path + "/looks", look, ids.next(20)).expectStatus().isOk();
        as(clerk, path + "/submissions", "", null).expectStatus().isOk();
        var booked =
                read(as(clerk, path + "/approvals", "", null).expectStatus().isOk());

        assertThat(booked.at("/state").asString()).isEqualTo("BOOKED");
        assertThat(booked.at("/lines/0/difference").asLong()).isEqualTo(-6);
        assertThat(onHand(SHOWROOM, sku)).isEqualTo(4);
    }

    private long onHand(String place, String sku) {
        return read(get(clerk, "/api/v1/stock?location=" + place + "&sku=" + sku))
                .at("/items")
                .valueStream()
                .mapToLong(level -> level.at("/onHand").asLong())
                .sum();
    }

    @Test
    void fillsPagesOfStockWithWhatItsReaderMaySee() {
        var sku = onSale(20_000, 5);
        receive(SHOWROOM, sku, 3);
        receive(SHOWROOM, sku, 4);
        receive(WAREHOUSE, sku, 6);

        var levels = read(get(clerk, "/api/v1/stock?limit=1&sku=" + sku));
        assertThat(levels.at("/items").findValuesAsString("locationId"))
                .as("that of the warehouse comes first, and is not theirs")
                .containsExactly(SHOWROOM);
        eventually(() -> assertThat(read(get(clerk, "/api/v1/stock/ledger?limit=2&sku=" + sku))
                        .at("/items")
                        .findValuesAsString("locationId"))
                .as("what the warehouse received is newer")
                .containsExactly(SHOWROOM, SHOWROOM));
        assertThat(read(get(admin, "/api/v1/stock?limit=2&sku=" + sku)).at("/items"))
                .hasSize(2);
    }

    @Test
    void fillsPagesOfOrdersWithThoseItsReaderMaySee() {
        var here = ids.next(8);
        products.sell(FakeProducts.Spec.of(here, 20_000, LocalDate.now(clock).plusYears(1)));
        receive(SHOWROOM, here, 5);
        var theirs = ((Prepared) prepare(cartOf(1, here), PaymentMethod.CASH_ON_DELIVERY, 20_000)).order();
        clock.move(Duration.ofSeconds(1));
        var elsewhere = onSale(20_000, 5);
        assertThat(prepare(cartOf(1, here, elsewhere), PaymentMethod.CASH_ON_DELIVERY, 40_000))
                .isInstanceOf(Prepared.class);
        clock.move(Duration.ofSeconds(1));
        var last = ((Prepared) prepare(cartOf(1, elsewhere), PaymentMethod.CASH_ON_DELIVERY, 20_000)).order();

        var page = read(get(clerk, "/api/v1/orders?limit=1&cursor=" + last.id()));

        assertThat(page.at("/items/0/id").asString()).isEqualTo(theirs.id());
        assertThat(page.at("/next").asString()).isEqualTo(theirs.id());
    }

    @Test
    void givesARefusalAgainUnderItsKey() {
        var sku = onSale(35_000, 1);
        var count = "{\"locationId\":\"%s\",\"toLocationId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":5}]}"
                .formatted(WAREHOUSE, SHOWROOM, sku);
        var key = ids.next(20);
        var refused = read(
                as(admin, "/api/v1/stock/transfers", count, key).expectStatus().isEqualTo(409));
        receive(WAREHOUSE, sku, 9);

        var again =
                as(admin, "/api/v1/stock/transfers", count, key).expectStatus().isEqualTo(409);

        assertThat(read(again.expectHeader().valueEquals("Idempotent-Replayed", "true")))
                .isEqualTo(refused);
        as(admin, "/api/v1/stock/transfers", count, ids.next(20)).expectStatus().isCreated();
        var stranger = ids.next(20);
        post("/api/v1/stock/transfers", count, stranger).expectStatus().isUnauthorized();
        as(admin, "/api/v1/stock/transfers", count, stranger).expectStatus().isCreated();
    }

    @Test
    void tellsOtherServicesWhatCanBeHad() {
        var sku = onSale(35_000, 7);
        receive(SHOWROOM, sku, 2);

        var availability = read(get(service, "/api/v1/availability?skus=" + sku + ",nothing"));
        assertThat(availability.at("/items/0/online").asLong()).isEqualTo(9);
        assertThat(availability.at("/items/0/locations/0/locationId").asString())
                .isEqualTo(SHOWROOM);
        assertThat(availability.at("/items/1/online").asLong()).isZero();
        eventually(() -> assertThat(changedSkus()).contains(sku));
        var export = get(service, "/api/v1/exports/availability")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(export).contains("\"sku\":\"" + sku + "\"").contains("\n");
        web.get().uri("/api/v1/changes").exchange().expectStatus().isUnauthorized();
    }

    /** In as many pages as the log has. */
    private List<String> changedSkus() {
        var changed = new ArrayList<String>();
        var page = read(get(service, "/api/v1/changes?after=0&limit=1000"));
        while (!page.at("/items").isEmpty()) {
            changed.addAll(page.at("/items").findValuesAsString("aggregateId"));
            var next = page.at("/next").asLong();
            page = read(get(service, "/api/v1/changes?limit=1000&after=" + next));
        }
        return changed;
    }

    @Test
    void makesLocationsOnce() {
        var body =
                "{\"id\":\"gian-hang-%s\",\"name\":\"Gian hàng\",\"kind\":\"FAIR_STALL\",\"provinceCode\":\"01\",\"sellsOnline\":false,\"pickup\":false}"
                        .formatted(ids.next(5));

        as(admin, "/api/v1/locations", body, null).expectStatus().isCreated();
        as(admin, "/api/v1/locations", body, null).expectStatus().isCreated();
        as(admin, "/api/v1/locations", body.replace("Gian", "Quầy"), null)
                .expectStatus()
                .isEqualTo(409);
        as(clerk, "/api/v1/locations", body, null).expectStatus().isForbidden();
        as(admin, "/api/v1/locations", body.replace("gian-", "Gian "), null)
                .expectStatus()
                .isBadRequest();
    }

    private JsonNode cartWith(String sku, int quantity) {
        var cart =
                read(web.post().uri("/api/v1/carts").exchange().expectStatus().isCreated());
        return read(
                put("/api/v1/carts/" + cart.at("/id").asString() + "/lines/" + sku, "{\"quantity\":" + quantity + "}")
                        .expectStatus()
                        .isOk());
    }

    private static String checkout(String cart, String method, long expected) {
        return """
                {"cartId":"%s","contact":{"name":"Nguyễn Thị Thử","phone":"0912345678"},
                 "delivery":{"kind":"ship","address":{"provinceCode":"01","communeCode":"00004","street":"12 phố Thử"}},
                 "paymentMethod":"%s","expectedTotal":%s,"confirmations":[]}
                """.formatted(cart, method, MONEY.formatted(expected));
    }

    private WebTestClient.ResponseSpec put(String path, String body) {
        return web.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec post(String path, String body, @Nullable String key) {
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> addKey(headers, key))
                .bodyValue(body)
                .exchange();
    }

    /** To a path as it is, with its percent signs. */
    private WebTestClient.ResponseSpec strangely(String path, String key) {
        return web.post()
                .uri(at -> at.replacePath("/").build().resolve(path))
                .headers(headers -> addKey(headers, key))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private WebTestClient.ResponseSpec as(String token, String path, String body, @Nullable String key) {
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    addKey(headers, key);
                })
                .bodyValue(body)
                .exchange();
    }

    private static void addKey(HttpHeaders headers, @Nullable String key) {
        if (key != null) {
            headers.set("Idempotency-Key", key);
        }
    }

    private WebTestClient.ResponseSpec get(String token, String path) {
        return web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static JsonNode read(WebTestClient.ResponseSpec answer) {
        var body = answer.expectBody(JsonNode.class).returnResult().getResponseBody();
        assertThat(body).isNotNull();
        return requireNonNull(body);
    }

    private String token(Role role, Set<String> locations) {
        var name = role + String.join("-", locations);
        var member = new StaffMember("t-" + name, name + "@test", Set.of(role), Set.of(), locations, Set.of());
        return new StaffTokens(accounts, tokens).of(member);
    }
}
