package vn.ocopmarket.storefront.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.fair.Fairs;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.FairPlan;
import vn.ocopmarket.storefront.fair.domain.Period;
import vn.ocopmarket.storefront.fair.domain.Stall;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.token.IssuingTokens;
import vn.ocopmarket.storefront.token.StaffTokens;

/** Where near a buyer a product is, on a Monday at nine. */
class NearbyIT extends RunningShop {

    private static final StaffMember ADMINISTRATOR =
            new StaffMember("gan-day", "gan-day@sample.test", Set.of(Role.ADMINISTRATOR), Set.of(), Set.of(), Set.of());
    private static final String BA_DINH = """
            {"id":"%s","name":"Điểm Ba Đình","kind":"SHOWROOM","provinceCode":"01","sellsOnline":false,"pickup":true,
             "address":"  Số 1 phố  Mẫu ","communeCode":"00004","coordinates":{"latitude":21.03,"longitude":105.83},
             "openingHours":{"monday":["13:30-17:00","07:30-11:30"],"sunday":[]}}""";

    @Autowired
    private Accounts accounts;

    @Autowired
    private IssuingTokens issuing;

    @Autowired
    private Locations locations;

    @Autowired
    private Fairs fairs;

    @Autowired
    private MongoDatabase database;

    private String token = "";
    private LocalDate monday = LocalDate.MIN;

    @BeforeEach
    void beOnMonday() {
        monday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var atNine = monday.atTime(9, 0).atZone(clock.getZone()).toInstant();
        clock.move(Duration.between(clock.instant(), atNine));
        token = new StaffTokens(accounts, issuing).of(ADMINISTRATOR);
    }

    @Test
    void keepsAddressPointAndHoursOfALocation() {
        var id = "diem-" + ids.next(8);

        var made = read(send(HttpMethod.POST, "", BA_DINH.formatted(id)), HttpStatus.CREATED);

        assertThat(made.at("/address").asString()).isEqualTo("Số 1 phố Mẫu");
        assertThat(made.at("/openingHours/monday").toString()).isEqualTo("[\"07:30-11:30\",\"13:30-17:00\"]");
        assertThat(made.at("/openingHours/tuesday").toString()).isEqualTo("[]");
        assertThat(read(send(HttpMethod.POST, "", BA_DINH.formatted(id)), HttpStatus.CREATED))
                .as("the same again")
                .isEqualTo(made);
        assertThat(listed(id)).isEqualTo(made);
        var closed = BA_DINH.formatted(id).replace("\"13:30-17:00\",\"07:30-11:30\"", "\"18:00-02:00\"");
        assertThat(read(send(HttpMethod.POST, "", closed), HttpStatus.CONFLICT)
                        .at("/type")
                        .asString())
                .endsWith("/location-exists");
        var _ = read(send(HttpMethod.PUT, "/" + id, closed), HttpStatus.OK);
        assertThat(listed(id).at("/openingHours/monday").toString()).isEqualTo("[\"18:00-02:00\"]");
        assertThat(listed(WAREHOUSE).at("/openingHours").isNull())
                .as("made before hours were asked for")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"communeCode\":\"00004\" | \"communeCode\":\"99999\" | communeCode | Không có xã",
                "\"provinceCode\":\"01\" | \"provinceCode\":\"86\" | communeCode | Phường Ba Đình thuộc Thành phố Hà Nội",
                "\"latitude\":21.03 | \"latitude\":105.83 | coordinates | đổi chỗ",
                "\"latitude\":21.03, | '' | coordinates | kinh độ",
                "\"07:30-11:30\" | \"07:30-14:00\" | openingHours.monday | 13:30-17:00 trùng",
                "\"07:30-11:30\" | \"7h-11h\" | openingHours.monday | “7h-11h” không đọc được",
                "\"sunday\" | \"chủ nhật\" | openingHours.chủ nhật | monday, tuesday",
                "\"communeCode\":\"00004\" | \"communeCode\":\"4\" | communeCode | ''"
            })
    void saysWhatIsWrongWithALocation(String right, String wrong, String field, String words) {
        var sent = BA_DINH.formatted("diem-" + ids.next(8)).replace(right, wrong);

        var refused = read(send(HttpMethod.POST, "", sent), HttpStatus.BAD_REQUEST);

        assertThat(refused.at("/errors")).singleElement().satisfies(error -> {
            assertThat(error.at("/field").asString()).isEqualTo(field);
            assertThat(error.at("/message").asString()).contains(words);
        });
    }

    @Test
    void listsThoseThatHaveItByDistanceOrAddressWithTheStockOfThisMoment() {
        var product = list(aProduct(ids.next(8), "Mắm ruốc " + ids.next(6)));
        var sku = product.variants().getFirst().sku();
        var here = "gan-" + ids.next(6);
        var far = "xa-" + ids.next(6);
        var _ = read(send(HttpMethod.POST, "", BA_DINH.formatted(here)), HttpStatus.CREATED);
        make(new Location(far, "Điểm Vĩnh Long", Location.Kind.POINT_OF_SALE, "86", false, false));
        assertThat(ids(nearby(product, ""))).isEmpty();

        receive(WAREHOUSE, sku, null, 3);
        receive(far, sku, null, 1);
        assertThat(ids(nearby(product, ""))).as("nobody visits a warehouse").containsExactly(far);
        receive(here, sku, null, 2);

        var byCommune = nearby(product, "?commune=00004");
        assertThat(ids(byCommune)).containsExactly(here, far);
        assertThat(byCommune.at("/items/0/nearness").asString()).isEqualTo("SAME_COMMUNE");
        assertThat(byCommune.at("/items/0/distanceKm").isNull()).isTrue();
        assertThat(byCommune.at("/items/0/openNow").asBoolean()).isTrue();
        assertThat(byCommune.at("/items/0/opening").asString()).isEqualTo("Đang mở cửa, đến 11:30");
        assertThat(byCommune.at("/items/0/changesAt").asString()).isEqualTo(monday + "T11:30:00+07:00");
        assertThat(byCommune.at("/items/0/location/commune/name").asString()).isEqualTo("Phường Ba Đình");
        assertThat(byCommune.at("/items/1/nearness").asString()).isEqualTo("ELSEWHERE");
        assertThat(byCommune.at("/items/1/openNow").isNull()).isTrue();
        assertThat(ids(nearby(product, "?province=86"))).containsExactly(far, here);
        assertThat(nearby(product, "?province=01").at("/items/0/nearness").asString())
                .isEqualTo("SAME_PROVINCE");

        var standing = read(stand(product, 21.0412, 105.8791), HttpStatus.OK);
        assertThat(ids(standing)).as("without a point comes last").containsExactly(here, far);
        assertThat(standing.at("/items/0/distanceKm").asInt()).isEqualTo(5);
        assertThat(standing.at("/items/0/nearness").isNull()).isTrue();
        assertThat(standing.at("/items/1/distanceKm").isNull()).isTrue();

        buyAll(here, sku, 2);
        assertThat(ids(nearby(product, "?commune=00004")))
                .as("what is left counts before what is near")
                .containsExactly(far, here);
        assertThat(nearby(product, "").at("/items/1/inStock").asBoolean()).isFalse();
    }

    @Test
    void sendsNobodyToWhatMayNotBeSold() {
        var today = LocalDate.now(clock);
        var product = list(aProduct(ids.next(8), "Rượu " + ids.next(6)).certified(4, today.minusYears(1), today));
        var place = "het-han-" + ids.next(6);
        make(new Location(place, "Điểm bán", Location.Kind.SHOWROOM, "01", false, false));
        receive(place, product.variants().getFirst().sku(), null, 5);
        assertThat(ids(nearby(product, ""))).containsExactly(place);
        assertThat(nearby(product, "").at("/purchasable").asBoolean()).isTrue();

        clock.move(Duration.ofHours(15));

        assertThat(ids(nearby(product, ""))).as("on the day after").isEmpty();
        assertThat(nearby(product, "").at("/purchasable").asBoolean()).isFalse();
        assertThat(show(product, "")).contains("hiện không được bán");
    }

    @Test
    void sendsBuyersToAStallOnTheDaysOfItsFairOnly() {
        var product = list(aProduct(ids.next(8), "Bánh tét " + ids.next(6)));
        var today = LocalDate.now(clock);
        var id = "hoi-cho-" + ids.next(6);
        var stall = new Stall("A1", "HTX");
        var plan = new FairPlan("Hội chợ", "01", "Chợ", new Period(today, today.plusDays(1)), "Sở", List.of(stall));
        var fair = new Fair.Published(id, id, 1, plan, List.of(), clock.instant());
        assertThat(await(fairs.store(fair))).isTrue();
        make(new Location(fair.locationOf(stall), "A1 · Hội chợ", Location.Kind.FAIR_STALL, "01", false, false));
        receive(fair.locationOf(stall), product.variants().getFirst().sku(), null, 5);

        assertThat(ids(nearby(product, ""))).containsExactly(fair.locationOf(stall));
        clock.move(Duration.ofDays(2));
        assertThat(ids(nearby(product, ""))).isEmpty();
    }

    @Test
    void worksAsAPageWithoutAScriptAndKeepsNothingOfWhereSomebodyIs() {
        var product = list(aProduct(ids.next(8), "Cá kho " + ids.next(6)));
        var here = "trang-" + ids.next(6);
        var _ = read(send(HttpMethod.POST, "", BA_DINH.formatted(here)), HttpStatus.CREATED);
        receive(here, product.variants().getFirst().sku(), null, 2);

        assertThat(show(product, ""))
                .contains("<option value=\"01\"", "Điểm Ba Đình", "Đang mở cửa, đến 11:30", "07:30-11:30, 13:30-17:00")
                .doesNotContain("id=\"commune\"", "??");
        assertThat(show(product, "?province=01&lang=en"))
                .contains("id=\"commune\"", "Phường Ba Đình", "In your province", "Open now, until 11:30")
                .doesNotContain("??");
        assertThat(show(product, "?province=01&commune=00004")).contains("Cùng xã, phường với bạn");
        assertThat(show(product, "?province=86&commune=00004"))
                .as("the commune of another province is left out")
                .contains("Ở tỉnh, thành phố khác");

        var located = web.post()
                .uri("/products/{slug}/nearby", product.slug())
                .header("Idempotency-Key", "where-i-am")
                .body(BodyInserters.fromFormData("lat", "21.04").with("lon", "105.88"))
                .exchange();
        located.expectHeader().valueEquals("Cache-Control", "no-store");
        located.expectHeader().valueEquals("Permissions-Policy", "geolocation=(self), microphone=(), payment=()");
        assertThat(page(located, HttpStatus.OK))
                .contains("cách khoảng 5 km", "không lưu")
                .doesNotContain("21.04", "105.88");
        assertThat(stored()).doesNotContain("21.04", "105.88", "21.0412");
        assertThat(web.get()
                        .uri("/products/{slug}", product.slug())
                        .exchange()
                        .expectHeader()
                        .valueEquals("Permissions-Policy", "geolocation=(), microphone=(), payment=()")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("/products/" + product.slug() + "/nearby\"");
    }

    @Test
    void tellsOnlyAdultsWhereADrinkIs() {
        var drink = list(aProduct(ids.next(8), "Vang sim " + ids.next(6)).withAlcohol(120));
        var address = "/products/" + drink.slug() + "/nearby";

        var strangers = List.of(
                web.get().uri(address).accept(MediaType.TEXT_HTML).exchange(),
                web.post()
                        .uri(address)
                        .body(BodyInserters.fromFormData("lat", "21.04").with("lon", "105.88"))
                        .exchange());

        for (var stranger : strangers) {
            stranger.expectStatus().isSeeOther().expectHeader().valueEquals("Location", "/age?next=" + address);
        }
        var adult = web.get().uri(address).cookie("of-age", "yes").accept(MediaType.TEXT_HTML);
        assertThat(page(adult.exchange(), HttpStatus.OK)).contains(drink.name());
    }

    @Test
    void remembersNoAnswerAboutWhereSomebodyIs() {
        var product = list(aProduct(ids.next(8), "Trà " + ids.next(6)));
        for (var twice = 0; twice < 2; twice++) {
            web.post()
                    .uri("/api/v1/products/{id}/nearby", product.id())
                    .header("Idempotency-Key", "here-" + product.id())
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"latitude\":21.0412,\"longitude\":105.8791}")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .doesNotExist("Idempotent-Replayed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?lat=21.03&lon=105.85, lat, thân của POST",
        "?latitude=21.03, latitude, thân của POST",
        "?tinh=01, tinh, Không có tham số",
        "?province=1, province, hai chữ số",
        "?commune=12, commune, năm chữ số",
        "?commune=99999, commune, Không có xã",
        "?province=86&commune=00004, commune, không thuộc tỉnh"
    })
    void saysWhatIsWrongWithAPlace(String query, String field, String words) {
        var product = list(aProduct(ids.next(8), "Trà " + ids.next(6)));

        var refused = read(
                web.get()
                        .uri("/api/v1/products/" + product.id() + "/nearby" + query)
                        .exchange(),
                HttpStatus.BAD_REQUEST);

        assertThat(refused.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(refused.at("/errors/0/message").asString()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lat=21.04&lon=105.88", "latitude=21.04", "longitude=105.88", "province=01&LNG=105.88"})
    void takesNoCoordinatesInAnAddressWhereverThatIs(String query) {
        var product = list(aProduct(ids.next(8), "Trà " + ids.next(6)));
        var address = "/products/" + product.slug() + "/nearby?" + query;
        var standing = "{\"latitude\":21.04,\"longitude\":105.88}";

        web.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isBadRequest();
        web.post()
                .uri(address)
                .body(BodyInserters.fromFormData("lat", "21.04").with("lon", "105.88"))
                .exchange()
                .expectStatus()
                .isBadRequest();
        var refused = web.post()
                .uri("/api/v1" + address)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(standing)
                .exchange();
        assertThat(read(refused, HttpStatus.BAD_REQUEST).at("/errors/0/message").asString())
                .contains("thân của POST");
    }

    @Test
    void hasNoUseForAKeyHoweverTheAddressEnds() {
        web.post()
                .uri("/api/v1/products/nothing/nearby/")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "k".repeat(300))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"latitude\":21.0412,\"longitude\":105.8791}")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesWhatIsNoPointAndNoProduct() {
        var product = list(aProduct(ids.next(8), "Trà " + ids.next(6)));

        var refused = read(stand(product, 91, -181), HttpStatus.BAD_REQUEST);

        assertThat(refused.at("/errors")).hasSize(2);
        var _ = read(web.get().uri("/api/v1/products/nothing/nearby").exchange(), HttpStatus.NOT_FOUND);
    }

    private void make(Location location) {
        assertThat(await(locations.create(location))).isTrue();
    }

    private void buyAll(String location, String sku, long quantity) {
        var sold = web.post()
                .uri("/api/v1/stock/adjustments")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", ids.next(20))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"locationId\":\"%s\",\"sku\":\"%s\",\"difference\":%d,\"reason\":\"DAMAGED\"}"
                        .formatted(location, sku, -quantity))
                .exchange();
        var _ = read(sold, HttpStatus.CREATED);
    }

    private WebTestClient.ResponseSpec send(HttpMethod method, String below, String location) {
        return web.method(method)
                .uri("/api/v1/locations" + below)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(location)
                .exchange();
    }

    private JsonNode listed(String id) {
        var all = web.get()
                .uri("/api/v1/locations")
                .header("Authorization", "Bearer " + token)
                .exchange();
        return read(all, HttpStatus.OK)
                .at("/items")
                .valueStream()
                .filter(location -> location.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode nearby(ProductRecord product, String query) {
        return read(
                web.get()
                        .uri("/api/v1/products/" + product.slug() + "/nearby" + query)
                        .exchange(),
                HttpStatus.OK);
    }

    private WebTestClient.ResponseSpec stand(ProductRecord product, double latitude, double longitude) {
        return web.post()
                .uri("/api/v1/products/{id}/nearby", product.id())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"latitude\":%s,\"longitude\":%s}".formatted(latitude, longitude))
                .exchange();
    }

    private String show(ProductRecord product, String query) {
        return page(
                web.get()
                        .uri("/products/" + product.slug() + "/nearby" + query)
                        .accept(MediaType.TEXT_HTML)
                        .exchange(),
                HttpStatus.OK);
    }

    private static List<String> ids(JsonNode answer) {
        return answer.at("/items")
                .valueStream()
                .map(item -> item.at("/location/id").asString())
                .toList();
    }

    /** Everything that the service has written down. */
    private String stored() {
        return String.join(
                "\n",
                await(Flux.from(database.listCollectionNames())
                        .concatMap(name -> database.getCollection(name).find())
                        .map(Document::toJson)
                        .collectList()));
    }
}
