package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** A clerk at the counter: delivery, sale by scan, receipt, takings. */
@ExtendWith({Browser.class, SharedMarket.class})
class CounterIT {

    private static final String SHOWROOM = "showroom-ha-noi";
    private static final String SKU = "MAU-0042";
    private static final int TABLET = 1280;

    @Test
    void receivesTwentyFourBottlesSellsThreeAndAgrees(RunningMarket market, Browser.Windows windows) {
        var officer = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
        var before = onHand(officer, market);
        var page = windows.open(market.storefront(), true, TABLET);
        signIn(page, market, "POS_STAFF");

        page.navigate("/pos/" + SHOWROOM + "/deliveries");
        page.locator("form.box #code").fill(SKU);
        page.locator("#quantity").fill("24");
        page.locator("form.box button[type=submit]").click();
        page.waitForLoadState();
        assertThat(onHand(officer, market)).isEqualTo(before + 24);

        page.navigate("/pos/" + SHOWROOM);
        for (var bottle = 1; bottle <= 3; bottle++) {
            page.locator("form.scan #code").fill(SKU);
            page.keyboard().press("Enter");
            assertThat(page.locator("#till .till-line__count input[name=quantity]"))
                    .hasValue(Integer.toString(bottle));
        }
        page.locator("button.notecash").first().click();
        assertThat(page.locator("h1")).containsText("Biên lai");
        assertThat(page.locator("[data-print]")).isVisible();

        assertThat(onHand(officer, market)).isEqualTo(before + 21);
        page.navigate("/pos/" + SHOWROOM + "/takings");
        // What others collected here meanwhile stands in a table of its own.
        assertThat(page.locator("tbody tr a[href*='/receipts/']")).hasCount(1);
        page.context().close();
    }

    @Test
    void refusesAnExpiredProductAtTheScanWithTheReason(RunningMarket market, Browser.Windows windows) {
        var page = windows.open(market.storefront(), true, TABLET);
        signIn(page, market, "POS_MANAGER");

        page.navigate("/pos/showroom-vinh-long");
        page.locator("form.scan #code").fill("MAU-0008");
        page.keyboard().press("Enter");

        assertThat(page.locator("main")).containsText("hết hạn");
        assertThat(page.locator("#till .till-line__count")).hasCount(0);
        page.context().close();
    }

    /** Signs in with the sample account of a role. */
    static void signIn(Page page, RunningMarket market, String role) {
        var accounts = JsonMapper.shared()
                .readTree(market.data().resolve("sample-accounts.json").toFile());
        for (var account : accounts) {
            if (account.get("role").asString().equals(role)) {
                page.navigate("/sign-in");
                page.locator("#email").fill(account.get("email").asString());
                page.locator("#password").fill(account.get("password").asString());
                page.locator("form.box button[type=submit]").click();
                page.waitForURL(url -> !url.endsWith("/sign-in"));
            }
        }
    }

    private static long onHand(Officer officer, RunningMarket market) {
        var sum = 0L;
        var levels = officer.api()
                .get(market.storefront() + "/api/v1/stock?sku=" + SKU + "&location=" + SHOWROOM)
                .get("items");
        for (var level : levels) {
            sum += level.get("onHand").asLong();
        }
        return sum;
    }
}
