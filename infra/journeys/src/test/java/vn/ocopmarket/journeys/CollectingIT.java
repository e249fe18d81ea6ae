package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** A guest orders for pick-up, staff pack, and hand over by the code; with scripts and without. */
@ExtendWith({Browser.class, SharedMarket.class})
class CollectingIT {

    private static final String SHOWROOM = "showroom-ha-noi";
    private static final String SKU = "MAU-0042";
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final Pattern ORDER_PAGE = Pattern.compile(".*/orders/.+token=.*");

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void collectsByTheCodeAndOnce(boolean javaScript, RunningMarket market, Browser.Windows windows) {
        var officer = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
        officer.receive(UUID.randomUUID().toString(), new Officer.Receipt(SHOWROOM, List.of(new Officer.Line(SKU, 5))));
        var buyer = windows.open(market.storefront(), javaScript, PHONE);
        order(buyer, officer.product(SKU).get("slug").asString(), javaScript);
        var heading = buyer.locator("h1").textContent();
        var number = heading.substring(heading.indexOf("OM")).strip();
        var clerk = windows.open(market.storefront(), javaScript, DESK);
        CounterIT.signIn(clerk, market, "POS_STAFF");

        pack(clerk, number);

        buyer.reload();
        var code = buyer.locator(".pickup-code").textContent().strip();
        assertThat(buyer.locator("section[aria-labelledby=parcels] svg.qr")).isVisible();
        if (javaScript) {
            AccessibilityIT.checkHere(buyer, "an order that waits to be collected", PHONE);
        }
        assertThat(clerk.locator("main").textContent()).doesNotContain(code);
        enter(clerk, "0000-0000");
        assertThat(clerk.locator("[role=alert]")).containsText("không có đơn nào");
        enter(clerk, code.toLowerCase(Locale.ROOT));
        assertThat(clerk.locator("h1")).containsText(number);
        if (javaScript) {
            AccessibilityIT.checkHere(clerk, "goods that are handed over", DESK);
        }
        clerk.locator("input[name=cash]").check();
        clerk.locator("form[action$='/handovers'] button[type=submit]").click();
        assertThat(clerk.locator("dl.states")).containsText("Hoàn thành");
        enter(clerk, code);
        assertThat(clerk.locator("[role=alert]")).containsText("đã dùng");

        buyer.reload();
        assertThat(buyer.locator("dl.states")).containsText("Đã giao");
        assertThat(buyer.locator(".pickup-code")).hasCount(0);
        receipt(buyer);
        buyer.context().close();
        clerk.context().close();
    }

    private static void order(Page page, String slug, boolean javaScript) {
        page.navigate("/products/" + slug);
        page.locator("form#buy button[type=submit]").click();
        if (javaScript) {
            page.locator("#added a[href='/cart']").waitFor();
        }
        page.navigate("/checkout");
        page.locator("#name").fill("Nguyễn Thị Mẫu");
        page.locator("#phone").fill("0912345678");
        page.locator("input[name=delivery][value=pickup]").check();
        if (javaScript) {
            awaitQuote(page);
        }
        page.locator("#location").selectOption(SHOWROOM);
        page.locator("input[name=payment][value=cod]").check();
        page.locator("button[name=step][value=order]").click();
        if (!javaScript) {
            // The total of another destination is shown first.
            awaitQuote(page);
            page.locator("button[name=step][value=order]").click();
        }
        assertThat(page).hasURL(ORDER_PAGE);
    }

    private static void awaitQuote(Page page) {
        page.locator("input[name=quoted]:not([value=''])")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private static void pack(Page clerk, String number) {
        clerk.navigate("/staff/orders?q=" + number);
        clerk.locator("tbody a").first().click();
        assertThat(clerk.locator("h1")).containsText(number);
        DeskLooks.fits(clerk);
        clerk.locator("form[action$='/parcels'] button[type=submit]").click();
        assertThat(clerk.locator("dl.states")).containsText("Đã đóng gói");
        var slip = clerk.context().request().get(clerk.url().replaceAll("\\?.*", "") + "/slip.pdf");
        assertThat(slip.status()).isEqualTo(200);
        assertThat(new String(slip.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private static void enter(Page clerk, String code) {
        clerk.navigate("/staff/pickups");
        clerk.locator("#code").fill(code);
        clerk.locator("form[action='/staff/pickups'] button[type=submit]").click();
    }

    private static void receipt(Page buyer) {
        var link = buyer.locator("a[href*='/receipt.pdf']").getAttribute("href");
        var receipt = buyer.context().request().get(link);
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(new String(receipt.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(buyer.context()
                        .request()
                        .get(link.replace("token=", "token=x"))
                        .status())
                .isEqualTo(404);
    }
}
