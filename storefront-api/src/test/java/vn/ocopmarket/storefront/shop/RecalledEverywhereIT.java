package vn.ocopmarket.storefront.shop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.contract.gs1.LotNumber;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.token.IssuingTokens;
import vn.ocopmarket.storefront.token.StaffTokens;

/** A lot from its receipt to the end of its recall, through the pages and the API that people use. */
class RecalledEverywhereIT extends RunningShop {

    private static final long PRICE = 90_000;
    private static final String SHOWROOM = "showroom-thu-hoi";
    private static final String PASSWORD = "mat-khau-thu-hoi";
    private static final String REASON = "Có mảnh kim loại";
    private static final String CART_WORDS = "Lô đang bán bị thu hồi; chưa có lô khác để bán";
    private static final StaffMember CLERK = staff(Role.POS_MANAGER, "ban-hang", Set.of(SHOWROOM, WAREHOUSE));
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    @Autowired
    private Accounts accounts;

    @Autowired
    private IssuingTokens issuing;

    @Autowired
    private Locations locations;

    @Autowired
    private MongoDatabase database;

    @Test
    void isSoldNowhereAndToldToAllUntilItIsClosedWithEvidence() {
        var today = LocalDate.now(clock);
        var fixture = aProduct(ids.next(8), "Mắm ruốc " + ids.next(6))
                .at(PRICE)
                .certified(4, today.minusYears(1), today.plusYears(1));
        var product = list(fixture);
        var sku = fixture.sku();
        var lot = lot(product, sku);
        var officer = signedIn(staff(Role.OCOP_OFFICER, "can-bo", Set.of()));
        var clerk = signedIn(CLERK);
        CATALOGUE.put(lot);
        var _ = await(
                locations.create(new Location(SHOWROOM, "Nhà trưng bày", Location.Kind.SHOWROOM, "86", false, false)));
        receive(SHOWROOM, sku, "L1", 5);
        receive(WAREHOUSE, sku, "L1", 6);

        var cart = cartOf(sku, 2);
        var order = ordered(cartOf(sku, 3), 3);
        assertThat(scan(clerk, sku)).contains("Đã thêm");

        send(officer, "/staff/lots/" + lot.id() + "/recalls", "reason", REASON);
        eventually(() -> assertThat(
                        read(put(cart, sku, 1), HttpStatus.CONFLICT).at("/type").asString())
                .endsWith("/lot-recalled"));

        assertThatTheCartSaysWhy(cart, sku);
        assertThatCheckoutSaysWhy(cart);
        assertThatStaffCannotSellOrMoveIt(clerk, sku);
        assertThatTheProductSaysWhy(product);
        assertThatTheBuyerIsTold(order);
        assertThatTheOfficerSeesHoldersAndBuyers(officer, lot, order);
        closeWithEvidence(officer, clerk, lot);
        assertThat(read(put(cart, sku, 1), HttpStatus.CONFLICT)
                        .at("/reasons/0/code")
                        .asString())
                .as("a closed recall brings nothing back")
                .isEqualTo("LOT_RECALLED");
    }

    private void assertThatTheCartSaysWhy(String cart, String sku) {
        var refused = read(put(cart, sku, 1), HttpStatus.CONFLICT);
        assertThat(refused.at("/title").asString()).isEqualTo("Lô hàng bị thu hồi");
        assertThat(refused.at("/reasons/0/code").asString()).isEqualTo("LOT_RECALLED");
        assertThat(refused.at("/reasons/0/message").asString()).isEqualTo(CART_WORDS);
        assertThat(refused.at("/reasons/0/remedy").asString()).contains("bỏ món này khỏi giỏ");
        assertThat(page(web.get().uri("/cart").cookie("cart", cart).exchange(), HttpStatus.OK))
                .contains(CART_WORDS, "bỏ món này khỏi giỏ")
                .doesNotContain("href=\"/checkout\"");
        assertThat(page(web.get().uri("/cart?lang=en").cookie("cart", cart).exchange(), HttpStatus.OK))
                .contains("The lot on sale is recalled; there is no other lot to sell");
    }

    private void assertThatCheckoutSaysWhy(String cart) {
        var refused = read(checkOut(cart, "cod", 2 * PRICE, ids.next(20)), HttpStatus.CONFLICT);
        assertThat(refused.at("/lines/0/reasons/0/code").asString()).isEqualTo("LOT_RECALLED");
        assertThat(refused.at("/lines/0/reasons/0/message").asString()).isEqualTo(CART_WORDS);
    }

    private void assertThatStaffCannotSellOrMoveIt(String clerk, String sku) {
        eventually(() -> assertThat(scan(clerk, sku)).contains("LÔ BỊ THU HỒI, KHÔNG ĐƯỢC BÁN"));
        assertThat(as(clerk, "/pos/" + SHOWROOM + "/stock")).contains("Bị thu hồi: để riêng, không bán");
        var moved = web.post()
                .uri("/api/v1/stock/transfers")
                .header("Authorization", "Bearer " + new StaffTokens(accounts, issuing).of(CLERK))
                .header("Idempotency-Key", ids.next(20))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"locationId\":\"%s\",\"toLocationId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}"
                        .formatted(SHOWROOM, WAREHOUSE, sku))
                .exchange();
        var refused = read(moved, HttpStatus.CONFLICT);
        assertThat(refused.at("/type").asString()).endsWith("/lot-recalled");
        assertThat(refused.at("/shortages/0/recalled").asLong()).isEqualTo(5);
    }

    private void assertThatTheProductSaysWhy(ProductRecord product) {
        indexAsSoldOut(product);
        var told = read(web.get().uri("/api/v1/products/{id}", product.id()).exchange(), HttpStatus.OK);
        assertThat(told.at("/variants/0/purchasable").asBoolean()).isFalse();
        assertThat(told.at("/variants/0/reasons/0/code").asString()).isEqualTo("LOT_RECALLED");
        assertThat(told.at("/variants/0/reasons/0/remedy").asString()).isNotBlank();
        assertThat(told.at("/stars").asInt()).as("a recall touches no star").isEqualTo(4);
        assertThat(page(web.get().uri("/products/{slug}", product.slug()).exchange(), HttpStatus.OK))
                .contains("Lô L1 bị thu hồi", REASON, "Lô đang bán bị thu hồi, nên tạm thời không bán")
                .doesNotContain("action=\"/cart/lines\"");
    }

    private void assertThatTheBuyerIsTold(JsonNode order) {
        var link = order.at("/trackingUrl").asString();
        var path = link.substring(link.indexOf("/orders/"));
        assertThat(page(web.get().uri(path).exchange(), HttpStatus.OK))
                .contains("Hàng trong đơn này bị thu hồi", "lô L1: hàng này sẽ không được giao", REASON);
        var seen = read(web.get().uri("/api/v1" + path).exchange(), HttpStatus.OK);
        assertThat(seen.at("/recalls/0/code").asString()).isEqualTo("LOT_RECALLED");
        assertThat(seen.at("/recalls/0/lot").asString()).isEqualTo("L1");
        assertThat(seen.at("/recalls/0/left").asBoolean()).isFalse();
    }

    private void assertThatTheOfficerSeesHoldersAndBuyers(String officer, LotRecord lot, JsonNode order) {
        var number = order.at("/order/number").asString();
        assertThat(as(officer, "/staff/recalls")).contains("/staff/recalls/" + lot.id());
        assertThat(as(officer, "/staff/recalls/" + lot.id()))
                .contains("Kho Hà Nội", "Nhà trưng bày", number, "0 trên 2 nơi", "1 đơn có thể có lô này");
        var letter = "recall-" + lot.id() + "-" + order.at("/order/id").asString();
        eventually(() -> assertThat(mail(letter).getString("text")).contains(number, "L1", REASON, "/t/"));
        eventually(() -> assertThat(mail("recall-" + lot.id() + "-" + SHOWROOM + "-ban-hang")
                        .getString("text"))
                .contains("lấy hàng ra khỏi kệ", "/staff/recalls/" + lot.id()));
    }

    private void closeWithEvidence(String officer, String clerk, LotRecord lot) {
        var recall = "/staff/recalls/" + lot.id();
        send(clerk, recall + "/shelves/" + SHOWROOM, "setAside", "5");
        assertThat(as(officer, recall)).contains("Đã để riêng 5");
        web.post()
                .uri(recall + "/closings")
                .cookie("SESSION", officer)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .bodyValue("""
                        --part
                        Content-Disposition: form-data; name="evidence"

                        Biên bản tiêu hủy ngày 22/11
                        --part
                        Content-Disposition: form-data; name="recovered"

                        11
                        --part
                        Content-Disposition: form-data; name="file"; filename="bien-ban.pdf"
                        Content-Type: application/pdf

                        %PDF-1.7
                        --part--
                        """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isSeeOther();
        eventually(() -> assertThat(as(officer, recall))
                .contains("Đã xong", "Biên bản tiêu hủy ngày 22/11", "Lấy về 11", recall + "/evidence"));
    }

    private LotRecord lot(ProductRecord product, String sku) {
        return new LotRecord(
                ids.next(14).toLowerCase(Locale.ROOT),
                1,
                product.id(),
                sku,
                null,
                new LotNumber("L1"),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                Instant.now(),
                Instant.now());
    }

    private JsonNode ordered(String cart, long quantity) {
        var answer = web.post()
                .uri("/api/v1/checkouts")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", ids.next(20))
                .bodyValue("""
                        {"cartId":"%s","contact":{"name":"Nguyễn Thị Thử","phone":"0912345678","email":"nguoi-mua@sample.test"},
                         "delivery":{"kind":"ship","address":{"provinceCode":"01","communeCode":"00004","street":"12 phố Thử"}},
                         "paymentMethod":"cod","expectedTotal":{"amount":%d,"currency":"VND"},"confirmations":[]}
                        """.formatted(cart, quantity * PRICE))
                .exchange();
        return read(answer, HttpStatus.CREATED);
    }

    private static StaffMember staff(Role role, String id, Set<String> locations) {
        return new StaffMember(id, id + "@sample.test", Set.of(role), Set.of("86"), locations, Set.of());
    }

    /** The session of somebody new. */
    private String signedIn(StaffMember staff) {
        accounts.list(staff, "{noop}" + PASSWORD).block();
        var form = BodyInserters.fromFormData("email", staff.email()).with("password", PASSWORD);
        var answer = web.post().uri("/sign-in").body(form).exchange().returnResult(Void.class);
        return requireNonNull(answer.getResponseCookies().getFirst("SESSION")).getValue();
    }

    private String as(String session, String path) {
        return page(web.get().uri(path).cookie("SESSION", session).exchange(), HttpStatus.OK);
    }

    private String scan(String clerk, String sku) {
        var once = ONCE.matcher(as(clerk, "/pos/" + SHOWROOM));
        assertThat(once.find()).isTrue();
        return page(post(clerk, "/pos/" + SHOWROOM + "/scan", "once", once.group(1), "code", sku), HttpStatus.OK);
    }

    private void send(String session, String path, String field, String value) {
        post(session, path, field, value).expectStatus().isSeeOther();
    }

    private WebTestClient.ResponseSpec post(String session, String path, String... fields) {
        var form = BodyInserters.fromFormData(fields[0], fields[1]);
        for (int i = 2; i < fields.length; i += 2) {
            form = form.with(fields[i], fields[i + 1]);
        }
        return web.post().uri(path).cookie("SESSION", session).body(form).exchange();
    }

    private Document mail(String id) {
        return requireNonNull(Mono.from(database.getCollection("mails").find(Filters.eq("_id", id)))
                .defaultIfEmpty(new Document("text", ""))
                .block());
    }
}
