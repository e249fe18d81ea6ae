package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ocopmarket.standalone.RunningMarket;

/** An officer runs a fair: plan, picks, one refused, publication, printed catalogue with codes that lead somewhere. */
@ExtendWith({Browser.class, SharedMarket.class})
class FairIT {

    private static final int DESK = 1280;

    /** Its sample certificate ends in two days. */
    private static final String ENDS_SOON = "Mật hoa dừa";

    @Test
    void publishesAFairOfTwoProvincesWithoutTheProductThatExpiresOnItsSecondDay(
            RunningMarket market, Browser.Windows windows) {
        var page = windows.open(market.storefront(), true, DESK);
        CounterIT.signIn(page, market, "TRADE_OFFICER");
        var firstDay = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(2);

        plan(page, firstDay, firstDay.plusDays(2));
        pick(page, "mam chay ngoc thao");
        pick(page, "bo bat dia rong phuong");
        find(page, ENDS_SOON);
        var refused = page.locator("li.rows__no")
                .filter(new Locator.FilterOptions().setHas(page.locator("strong:text-is('" + ENDS_SOON + "')")));
        assertThat(refused.locator(".why")).containsText("hết hạn");
        assertThat(refused.locator("form[action$='/picks'] button")).isDisabled();

        page.locator("form[action$='/publication'] button").click();
        page.waitForLoadState();
        page.locator("a[href$='/catalogue']").first().click();
        assertThat(page.locator(".entry__qr")).hasCount(2);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        openWhatThePrintedCodesSay(page);
        page.context().close();
    }

    /** As a visitor with a telephone does: looks at the code only, opens what it says, and is at that product. */
    private static void openWhatThePrintedCodesSay(Page catalogue) {
        var visitor = catalogue.context().newPage();
        for (var entry : catalogue.locator(".entry").all()) {
            var product = entry.locator("h4 span").first().textContent();
            var code = entry.locator(".entry__qr svg").screenshot();

            var answer = visitor.navigate(QrCodes.read(code));

            assertThat(answer.status()).as(product).isEqualTo(200);
            assertThat(visitor.locator("h1")).hasText(product);
        }
    }

    private static void plan(Page page, LocalDate first, LocalDate last) {
        page.navigate("/staff/fairs/new");
        page.locator("#name").fill("Hội chợ thử");
        page.locator("#address").fill("Phường Ba Đình");
        page.locator("#first").fill(first.toString());
        page.locator("#last").fill(last.toString());
        page.locator("#organiser").fill("Sở Công Thương Hà Nội");
        page.locator("#stalls").fill("A1 | HTX Ban Mai");
        page.locator("form.box button[type=submit]").first().click();
        page.waitForURL(url -> !url.endsWith("/new"));
    }

    private static void find(Page page, String words) {
        page.locator("#find").fill(words);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private static void pick(Page page, String words) {
        find(page, words);
        page.locator("form[action$='/picks'] button").first().click();
        page.waitForLoadState();
    }
}
