package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** Goods and money that go back: asked for by the buyer, decided and received by staff; and a refund of a part. */
@ExtendWith({Browser.class, SharedMarket.class})
class GivingBackIT {

    private static final String SKU = "MAU-0042";
    private static final int PHONE = 390;
    private static final int DESK = 1280;

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void goesFromTheRequestToTheRefund(boolean javaScript, RunningMarket market, Browser.Windows windows) {
        var officer = officer(market);
        var order = delivered(market, officer);
        var buyer = windows.open(market.storefront(), javaScript, PHONE);
        buyer.navigate(order.at("/trackingUrl").asString());

        buyer.locator("a[href*='/requests']").click();
        buyer.locator("input[name='units-" + SKU + "']").fill("1");
        buyer.locator("#reason").selectOption("DAMAGED");
        buyer.locator("#note").fill("Nắp chai bị nứt");
        if (javaScript) {
            AccessibilityIT.checkHere(buyer, "the page of requests", PHONE);
        }
        buyer.locator("section[aria-labelledby=ask] button[type=submit]").click();
        assertThat(buyer.locator("main")).containsText("Đang chờ trả lời");

        var staff = windows.open(market.storefront(), javaScript, DESK);
        CounterIT.signIn(staff, market, "ADMINISTRATOR");
        staff.navigate("/staff/requests");
        staff.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number(order) + "-1"))
                .click();
        staff.locator("#words").fill("Xin gửi lại, chúng tôi chịu phí.");
        staff.locator("button[value=approve]").click();
        assertThat(staff.locator(".desk-head")).containsText("Đã đồng ý");
        if (javaScript) {
            AccessibilityIT.checkHere(staff, "the page of one request", DESK);
        }
        staff.locator("#location").selectOption("kho-ha-noi");
        staff.locator("input[name='n.0.DAMAGED']").fill("1");
        staff.locator("form[action$='/receptions'] button[type=submit]").click();
        assertThat(staff.locator(".desk-head")).containsText("Đang hoàn tiền");

        buyer.reload();
        assertThat(buyer.locator("main")).containsText("Đang hoàn tiền");
        assertThat(buyer.locator("main")).containsText("chúng tôi chịu phí");
        var refunds = officer.api().get(market.storefront() + "/api/v1/orders/" + id(order) + "/refunds");
        assertThat(refunds.at("/refunds/0/lines/0/quantity").asLong()).isEqualTo(1);
        assertThat(refunds.at("/refunded/amount").asLong()).isPositive();
        buyer.context().close();
        staff.context().close();
    }

    @Test
    void refundsAPart(RunningMarket market, Browser.Windows windows) {
        var officer = officer(market);
        var order = delivered(market, officer);
        var staff = windows.open(market.storefront(), false, DESK);
        CounterIT.signIn(staff, market, "ADMINISTRATOR");
        staff.navigate("/staff/refunds");
        staff.locator("main #number").fill(number(order));
        staff.locator("main form[role=search] button").click();
        staff.locator("input[name='units-" + SKU + "']").fill("1");
        staff.locator("#reason").fill("Thiếu một chai");
        staff.locator("button[name=step][value=look]").click();
        assertThat(staff.locator("#sure")).containsText("₫");
        staff.locator("button[name=step][value=give]").click();

        assertThat(staff.locator("section[aria-labelledby=returns]")).containsText("Thiếu một chai");
        var refunds = officer.api().get(market.storefront() + "/api/v1/orders/" + id(order) + "/refunds");
        assertThat(refunds.at("/refunds")).hasSize(1);
        assertThat(refunds.at("/refunds/0/lines/0/quantity").asLong()).isEqualTo(1);
        assertThat(refunds.at("/refundable/amount").asLong()).isPositive();
        staff.context().close();
    }

    @Test
    void letsEverybodyUseTheDesksOfWhatGoesBack(RunningMarket market, Browser.Windows windows) {
        var staff = windows.open(market.storefront(), true, DESK);
        CounterIT.signIn(staff, market, "ADMINISTRATOR");
        for (var path : List.of("/staff/requests", "/staff/parked", "/staff/invoices", "/staff/order-links")) {
            for (var width : List.of(PHONE, DESK)) {
                staff.setViewportSize(width, 900);
                assertThat(staff.navigate(path).status()).as(path).isEqualTo(200);
                AccessibilityIT.checkHere(staff, path, width);
                DeskLooks.fits(staff);
            }
        }
        staff.navigate("/orders/lost");
        AccessibilityIT.checkHere(staff, "/orders/lost", DESK);
        staff.context().close();
    }

    private static Officer officer(RunningMarket market) {
        return new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
    }

    /** Two units, paid at the door. */
    private static JsonNode delivered(RunningMarket market, Officer officer) {
        var shop = new Http(market.storefront());
        var answer = shop.post(
                "/api/v1/checkouts",
                Http.checkout(shop.cartWith(SKU, 2).json(), "cod"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var order = answer.json();
        for (var state : List.of("PACKED", "HANDED_OVER", "DELIVERED")) {
            var _ = officer.api()
                    .post(
                            market.storefront() + "/api/v1/orders/" + id(order) + "/fulfillments",
                            null,
                            Map.of("state", state));
        }
        return order;
    }

    private static String id(JsonNode order) {
        return order.at("/order/id").asString();
    }

    private static String number(JsonNode order) {
        return order.at("/order/number").asString();
    }
}
