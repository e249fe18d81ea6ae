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

/** An inspector lets a certificate rest, and an officer brings it back; with a script and without. */
@ExtendWith({Browser.class, SharedMarket.class})
class InspectorDeskIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final String FOR_SALE = "action=\"/cart/lines\"";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromFindingToSuspensionAndBack(boolean javaScript, RunningMarket market, Browser.Windows windows)
            throws InterruptedException {
        var made = DeskProducts.make(market, 700);
        var slug = DeskProducts.slug(market, made);
        var shop = new Http(market.storefront());
        eventually(
                SOON,
                () -> Assertions.assertThat(shop.page("/products/" + slug)).contains(FOR_SALE));
        var page = windows.open(market.storefront(), javaScript, javaScript ? 1280 : 390);
        CounterIT.signIn(page, market, "INSPECTOR");

        record(page, made);
        extend(page);
        suspend(page);
        if (javaScript) {
            DeskLooks.check(page);
            page.navigate("/staff/findings");
            DeskLooks.check(page);
            page.navigate("/staff/findings/new?q=keo");
            DeskLooks.check(page);
            page.navigate("/staff/findings?list=SUSPENDED");
            page.locator("table.sheet a")
                    .filter(new Locator.FilterOptions().setHasText(made.name()))
                    .click();
        }
        eventually(
                SOON,
                () -> Assertions.assertThat(shop.page("/products/" + slug))
                        .doesNotContain(FOR_SALE)
                        .contains("tạm đình chỉ"));
        close(page);
        page.context().close();

        var officer = windows.open(market.storefront(), javaScript, 1280);
        CounterIT.signIn(officer, market, "OCOP_OFFICER");
        reinstate(officer, made);
        eventually(
                SOON,
                () -> Assertions.assertThat(shop.page("/products/" + slug)).contains(FOR_SALE));
        officer.context().close();
    }

    private static void record(Page page, DeskProducts.Made made) {
        page.navigate("/staff/findings");
        page.locator("a[href='/staff/findings/new']").click();
        page.locator("#words").fill(made.name());
        page.locator("form[role=search][action='/staff/findings/new'] button").click();
        page.locator(".came a[href*='kind=PRODUCT&']").first().click();
        page.locator("#finding-what").fill("Nhãn thiếu ngày sản xuất");
        page.locator("#finding-ground").fill("Nghị định 37/2026/NĐ-CP");
        page.locator("#finding-severity").selectOption("MAJOR");
        page.locator("#finding-deadline")
                .fill(LocalDate.now(DeskProducts.VIETNAM).toString());
        page.locator("#finding-file").setInputFiles(new FilePayload("bien-ban.pdf", "application/pdf", PDF));
        page.locator("form[action='/staff/findings'] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*done=finding-recorded"));
        assertThat(page.locator("h1")).hasText(made.name());
        assertThat(page.locator(".papers a")).hasText("bien-ban.pdf");
    }

    private static void extend(Page page) {
        open(page, "extensions");
        page.locator("#extensions-until").fill("2020-01-01");
        page.locator("#extensions-why").fill("Chờ in nhãn");
        page.locator("form[action$='/extensions'] button").click();
        assertThat(page.locator("#extensions-until-wrong")).hasText("Ngày này đã qua.");
        assertThat(page.locator("#extensions-why")).hasValue("Chờ in nhãn");
        page.locator("#extensions-until")
                .fill(LocalDate.now(DeskProducts.VIETNAM).plusDays(3).toString());
        page.locator("form[action$='/extensions'] button").click();
        page.waitForURL(Pattern.compile(".*done=finding-extensions"));
    }

    private static void suspend(Page page) {
        open(page, "suspensions");
        page.locator("#suspensions-reason").fill("Không khắc phục trong thời hạn");
        page.locator("form[action$='/suspensions'] button").click();
        page.waitForURL(Pattern.compile(".*done=finding-suspensions"));
        assertThat(page.locator(".desk-head .tag").first()).hasText("Đã tạm đình chỉ giấy chứng nhận");
    }

    private static void close(Page page) {
        open(page, "closings");
        page.locator("#closings-conclusion").fill("Đã in lại nhãn, kiểm tra đạt");
        page.locator("form[action$='/closings'] button").click();
        page.waitForURL(Pattern.compile(".*done=finding-closings"));
        assertThat(page.locator(".desk-head .tag").first()).hasText("Đã xong");
        assertThat(page.locator("form[action$='/closings']")).hasCount(0);
    }

    private static void open(Page page, String act) {
        page.locator("details:has(form[action$='/" + act + "']) > summary").click();
    }

    private static void reinstate(Page page, DeskProducts.Made made) {
        page.navigate("/staff/certificates?list=SUSPENDED");
        page.locator("table.sheet a")
                .filter(new Locator.FilterOptions().setHasText(made.name()))
                .click();
        page.locator("details:has(#reinstatements-0-reason) > summary").click();
        page.locator("#reinstatements-0-reason").fill("Đã khắc phục theo biên bản");
        page.locator("form:has(#reinstatements-0-reason) button").click();
        page.waitForURL(Pattern.compile(".*done=reinstatements"));
        assertThat(page.locator(".deeds")).containsText("Cho có giá trị trở lại");
    }
}
