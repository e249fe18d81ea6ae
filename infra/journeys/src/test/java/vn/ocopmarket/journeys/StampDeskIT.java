package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ocopmarket.standalone.RunningMarket;

/** An officer gives stamps to a product, and a buyer checks their numbers. */
@ExtendWith({Browser.class, SharedMarket.class})
class StampDeskIT {

    @Test
    void fromThePrintToTheCheck(RunningMarket market, Browser.Windows windows) throws InterruptedException {
        var made = DeskProducts.make(market, 700);
        var page = windows.open(market.storefront(), true, 390);
        CounterIT.signIn(page, market, "OCOP_OFFICER");
        page.navigate("/staff");
        page.locator("a.tile[href='/staff/stamps']").click();

        record(page);
        give(page, made);
        note(page);
        DeskLooks.check(page);
        takeBack(page);
        page.setViewportSize(1280, 900);
        DeskLooks.check(page);
        page.navigate("/staff/stamps");
        DeskLooks.check(page);
        page.setViewportSize(390, 900);
        DeskLooks.check(page);
        page.context().close();

        var buyer = windows.open(market.storefront(), false, 390);
        check(buyer, "vlz26 000101", "Số tem có thật");
        assertThat(buyer.locator("main")).containsText(made.name());
        check(buyer, "VLZ26-000141", "Tem này đã báo mất");
        check(buyer, "VLZ26-000150", "Tem này chưa cấp cho sản phẩm nào");
        check(buyer, "VLZ26-999999", "Không có tem nào mang số này");
        buyer.context().close();
        var looking = windows.open(market.storefront(), true, 390);
        for (var address : new String[] {"/stamps", "/stamps/VLZ26000101", "/stamps/VLZ26000141"}) {
            looking.navigate(address);
            DeskLooks.check(looking);
        }
        looking.context().close();
    }

    private static void record(Page page) {
        page.locator("details:has(form[action='/staff/stamps']) > summary").click();
        page.locator("#print-series").fill("VLZ26-");
        page.locator("#print-first").fill("000001");
        page.locator("#print-last").fill("0500");
        page.locator("#print-issuer").fill("Văn phòng Điều phối Nông thôn mới tỉnh Vĩnh Long");
        page.locator("#print-order").fill("12/QĐ-VPĐP");
        page.locator("form[action='/staff/stamps'] button").click();
        assertThat(page.locator("#print-last-wrong")).containsText("6 chữ số");
        page.locator("#print-last").fill("000500");
        page.locator("form[action='/staff/stamps'] button").click();
        page.waitForURL(Pattern.compile(".*done=stamps-recorded"));
        assertThat(page.locator("h1")).hasText("VLZ26-000001 – VLZ26-000500");
    }

    private static void give(Page page, DeskProducts.Made made) {
        page.locator("#give > summary").click();
        page.locator("#words").fill(made.name());
        page.locator("#give form[role=search] button").click();
        page.locator(".came a").first().click();
        page.locator("#give-first").fill("101");
        page.locator("#give-last").fill("900");
        page.locator("form[action$='/ranges'] button").click();
        assertThat(page.locator("#give-first-wrong")).containsText("VLZ26-000500");
        page.locator("#give-last").fill("200");
        page.locator("form[action$='/ranges'] button").click();
        page.waitForURL(Pattern.compile(".*done=stamps-given"));
        assertThat(page.locator(".deeds li").first()).containsText("can-bo-ocop");
    }

    private static void note(Page page) {
        page.locator("details:has(form[action$='/notes']) > summary").click();
        page.locator("#note-fate").selectOption("LOST");
        page.locator("#note-first").fill("VLZ26-000141");
        page.locator("#note-reason").fill("Rách bao");
        page.locator("form[action$='/notes'] button").click();
        page.waitForURL(Pattern.compile(".*done=stamps-noted"));
    }

    private static void takeBack(Page page) {
        page.locator("details:has(form[action$='/returns']) > summary").click();
        page.locator("form[action$='/returns'] [name=first]").fill("000142");
        page.locator("form[action$='/returns'] [name=last]").fill("000200");
        page.locator("form[action$='/returns'] [name=reason]").fill("Dư");
        page.locator("form[action$='/returns'] button").click();
        page.waitForURL(Pattern.compile(".*done=stamps-returned"));
    }

    private static void check(Page page, String number, String says) {
        page.navigate("/stamps");
        page.locator("#stamp-number").fill(number);
        page.locator("form[action='/stamps'] button").click();
        page.waitForURL(Pattern.compile(".*/stamps/.*"));
        assertThat(page.locator("main h2").first()).hasText(says);
    }
}
