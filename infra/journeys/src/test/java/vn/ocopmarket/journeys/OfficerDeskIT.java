package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;

/** An OCOP officer works through what ends soon; with a script and without. */
@ExtendWith({Browser.class, SharedMarket.class})
class OfficerDeskIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void renewsOneAndActsOnMany(boolean javaScript, RunningMarket market, Browser.Windows windows)
            throws InterruptedException {
        var first = DeskProducts.make(market, 20);
        var second = DeskProducts.make(market, 25);
        var page = windows.open(market.storefront(), javaScript, javaScript ? 390 : 1280);
        CounterIT.signIn(page, market, "OCOP_OFFICER");
        page.navigate("/staff");
        page.locator("a.tile[href='/staff/certificates']").click();

        renew(page, first);
        look(page, javaScript);
        onThePublicPage(market, first);
        list(page, second);
        look(page, javaScript);
        askForRenewalTwice(page, second, javaScript);
        look(page, javaScript);
        history(page, second);
        page.context().close();
    }

    private static void look(Page page, boolean javaScript) {
        if (javaScript) {
            DeskLooks.check(page);
        }
    }

    private static void list(Page page, DeskProducts.Made made) {
        page.navigate("/staff/certificates?list=DUE_30");
        page.locator("#words").fill(made.name());
        page.locator("form.sieve button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*q=.*"));
    }

    private static void renew(Page page, DeskProducts.Made made) {
        list(page, made);
        page.locator("table.sheet a").first().click();
        assertThat(page.locator("h1")).hasText(made.name());
        page.locator("details:has(form[action$='/issue']) > summary").click();
        var form = page.locator("form[action$='/issue']");
        form.locator("[name=decision]").fill("LAI-" + made.decision());
        form.locator("[name=issuedBy]").fill("UBND tỉnh Vĩnh Long");
        form.locator("[name=stars]").selectOption("5");
        form.locator("[name='statement.who']").fill("Cổng thông tin tỉnh Vĩnh Long");
        form.locator("[name=file]").setInputFiles(new FilePayload("quyet-dinh.pdf", "application/pdf", PDF));
        form.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*done=certificate-issued"));
        var newest = page.locator("article.certificate").first();
        assertThat(newest.locator("h3")).containsText("LAI-" + made.decision());
        assertThat(newest.locator("a[href^='/decisions/']")).isVisible();
        assertThat(page.locator("article.certificate").nth(1).locator("h3")).containsText("Đã thay bằng giấy mới");
    }

    /** The stranger's two taps: the star, and there are decision, body, days and the signed document. */
    private static void onThePublicPage(RunningMarket market, DeskProducts.Made made) {
        var slug = DeskProducts.slug(market, made);
        var shop = new Http(market.storefront());
        eventually(
                SOON,
                () -> Assertions.assertThat(shop.page("/products/" + slug + "/certificate"))
                        .contains("LAI-" + made.decision(), "UBND tỉnh Vĩnh Long", "SHA-256"));
    }

    private static void askForRenewalTwice(Page page, DeskProducts.Made made, boolean javaScript) {
        act(page, made, javaScript);
        assertThat(page.locator(".came li")).containsText(new String[] {"Đã làm"});
        act(page, made, javaScript);
        assertThat(page.locator(".came li")).containsText(new String[] {"Đã như vậy từ trước"});
    }

    private static void act(Page page, DeskProducts.Made made, boolean javaScript) {
        list(page, made);
        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(made.name()))
                .locator("[name=pick]")
                .check();
        page.locator("#act").selectOption("RENEWAL");
        page.locator("form[action$='/bulk'] button[type=submit]").click();
        look(page, javaScript);
        page.locator("#bulk-on").fill(LocalDate.now(DeskProducts.VIETNAM).toString());
        page.locator("#bulk-reason").fill("Công văn 12/VPĐP");
        page.locator("form[action$='/bulk/acts'] button[type=submit]").click();
        page.waitForLoadState();
    }

    private static void history(Page page, DeskProducts.Made made) {
        page.locator(".came a").first().click();
        assertThat(page.locator("h1")).hasText(made.name());
        assertThat(page.locator(".deeds li").first()).containsText("Nhắc làm lại hồ sơ");
        assertThat(page.locator(".deeds li").first()).containsText("Công văn 12/VPĐP");
        assertThat(page.locator(".deeds li").first()).containsText("can-bo-ocop");
    }
}
