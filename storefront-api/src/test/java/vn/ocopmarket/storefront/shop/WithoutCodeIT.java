package vn.ocopmarket.storefront.shop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.BodyInserters.FormInserter;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;

/** A buyer lost the code of an order; who manages the counter hands it over and says why, by a page. */
class WithoutCodeIT extends RunningShop {

    private static final long PRICE = 90_000;
    private static final String COUNTER = "quay-nhan";
    private static final String PASSWORD = "counter-keeper";

    @Autowired
    Accounts accounts;

    @Autowired
    Locations locations;

    @Test
    void handsOverWhatIsPackedWithAReason() {
        var _ = await(locations.create(new Location(COUNTER, "Quầy nhận", Location.Kind.SHOWROOM, "01", true, true)));
        var manager = signedIn(Role.POS_MANAGER);
        var clerk = signedIn(Role.POS_STAFF);
        var order = ordered();
        var id = order.at("/order/id").asString();
        var there = "/staff/orders/" + id + "/pickup-overrides";

        assertThat(shown(manager, there)).contains("chưa đóng gói xong").doesNotContain("name=\"reason\"");
        pack(manager, id);
        assertThat(shown(clerk, "/staff/orders/" + id)).doesNotContain(there);
        assertThat(page(web.get().uri(there).cookie("SESSION", clerk).exchange(), HttpStatus.FORBIDDEN))
                .doesNotContain("name=\"reason\"");
        assertThat(shown(manager, "/staff/orders/" + id)).contains(there);
        var form = shown(manager, there);
        assertThat(form).contains("name=\"reason\"", "name=\"cash\"").doesNotContain("chưa đóng gói", "??");
        assertThat(shown(manager, there + "?lang=en")).doesNotContain("??");

        var unpaid = BodyInserters.fromFormData("once", once(form)).with("reason", "Mất điện thoại");
        assertThat(page(send(manager, there, unpaid), HttpStatus.CONFLICT))
                .contains("Chưa thu đủ tiền", "Mất điện thoại");
        var silent = BodyInserters.fromFormData("once", once(form)).with("cash", "" + PRICE);
        assertThat(page(send(manager, there, silent), HttpStatus.CONFLICT)).contains("Hãy ghi lý do");
        var whole = BodyInserters.fromFormData("once", once(form))
                .with("reason", "Mất điện thoại")
                .with("cash", "" + PRICE);
        send(manager, there, whole)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/staff/orders/" + id + "?done=pickup-given");

        assertThat(shown(manager, there)).contains("đã được giao").doesNotContain("name=\"reason\"");
    }

    private JsonNode ordered() {
        var today = LocalDate.now(clock);
        var fixture = aProduct(ids.next(8), "Mật ong " + ids.next(6))
                .at(PRICE)
                .certified(4, today.minusYears(1), today.plusYears(1));
        var _ = list(fixture);
        receive(COUNTER, fixture.sku(), null, 3);
        var body = """
                {"cartId":"%s","contact":{"name":"Nguyễn Thị Thử","phone":"0912345678"},
                 "delivery":{"kind":"pickup","locationId":"%s"},
                 "paymentMethod":"cod","expectedTotal":{"amount":%d,"currency":"VND"},"confirmations":[]}
                """.formatted(cartOf(fixture.sku(), 1), COUNTER, PRICE);
        return read(
                web.post()
                        .uri("/api/v1/checkouts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", ids.next(20))
                        .bodyValue(body)
                        .exchange(),
                HttpStatus.CREATED);
    }

    private void pack(String session, String id) {
        var form = shown(session, "/staff/orders/" + id);
        var sku = Pattern.compile("name=\"(q\\.[^\"]+)\"").matcher(form);
        assertThat(sku.find()).isTrue();
        var all = BodyInserters.fromFormData("once", once(form))
                .with("location", COUNTER)
                .with(sku.group(1), "1");
        send(session, "/staff/orders/" + id + "/parcels", all).expectStatus().isSeeOther();
    }

    private static String once(String form) {
        var once = Pattern.compile("name=\"once\" value=\"([^\"]+)\"").matcher(form);
        assertThat(once.find()).isTrue();
        return once.group(1);
    }

    private String signedIn(Role role) {
        var name = role.name().toLowerCase(Locale.ROOT);
        var member =
                new StaffMember("at-" + name, name + "@sample.test", Set.of(role), Set.of(), Set.of(COUNTER), Set.of());
        var _ = accounts.list(member, "{noop}" + PASSWORD).block();
        var form = BodyInserters.fromFormData("email", member.email())
                .with("password", PASSWORD)
                .with("next", "/staff");
        var answer = web.post().uri("/sign-in").body(form).exchange().returnResult(Void.class);
        return requireNonNull(answer.getResponseCookies().getFirst("SESSION")).getValue();
    }

    private String shown(String session, String address) {
        return page(web.get().uri(address).cookie("SESSION", session).exchange(), HttpStatus.OK);
    }

    private WebTestClient.ResponseSpec send(String session, String address, FormInserter<String> form) {
        return web.post().uri(address).cookie("SESSION", session).body(form).exchange();
    }
}
