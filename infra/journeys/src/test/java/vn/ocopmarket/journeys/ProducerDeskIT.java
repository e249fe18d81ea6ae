package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.testing.Eventually;

/** A producer changes a price, a picture and a story; an officer reads what buyers are to see, and returns it first. */
@ExtendWith({Browser.class, SharedMarket.class})
class ProducerDeskIT {

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    @Test
    void aPriceIsLiveAtOnceAndAStoryOnceAnOfficerReadIt(RunningMarket market, Browser.Windows windows)
            throws IOException {
        var producer = windows.open(market.storefront(), false, PHONE);
        CounterIT.signIn(producer, market, "PRODUCER");
        producer.navigate("/staff/products");
        assertThat(producer.locator(".own__line")).hasCount(9);
        producer.locator(".own__name a").first().click();
        var desk = producer.url();
        var shop = producer.locator(".desk-head a[href^='/products/']").getAttribute("href");

        changePrice(producer, "123.000");
        sendPhotograph(producer, desk);
        tell(producer, desk, "Ngon nhất thế giới, ai cũng phải mua.");

        var visitor = windows.open(market.storefront(), true, PHONE);
        Eventually.eventually(() -> {
            var _ = visitor.navigate(shop);
            assertThat(visitor.locator(".choice .price").first().textContent()).contains("123.000");
        });
        assertThat(visitor.locator("main")).not().containsText("Ngon nhất thế giới");

        var officer = windows.open(market.storefront(), true, DESK);
        CounterIT.signIn(officer, market, "OCOP_OFFICER");
        giveBack(change(officer), "Không dùng chữ “nhất” khi không có căn cứ.");
        assertThat(officer.locator(".flash")).containsText("trả lại");

        producer.navigate(desk);
        assertThat(producer.locator(".note--bad")).containsText("Không dùng chữ “nhất”");
        tell(producer, desk, "Dẻo và thơm, làm từ dừa sáp của làng.");
        change(officer)
                .locator("form button:text-is('Duyệt, cho người mua thấy')")
                .click();
        assertThat(officer.locator(".flash")).containsText("Đã duyệt");

        Eventually.eventually(() -> {
            var _ = visitor.navigate(shop);
            assertThat(visitor.locator(".tale").count()).isEqualTo(1);
        });
        assertThat(visitor.locator(".tale h3").first()).hasText("Người giữ nghề");
        assertThat(visitor.locator(".tale")).containsText("Dẻo và thơm");
        assertThat(visitor.locator(".product__plate img")).hasAttribute("alt", "Ảnh thử, màu vàng");
        screenshot(visitor, "shop-390");
        for (var page : List.of(producer, officer, visitor)) {
            page.context().close();
        }
    }

    private static void changePrice(Page page, String price) {
        page.locator("#price-0").fill("rẻ lắm");
        page.locator("form[action$='/prices'] button").click();
        assertThat(page.locator("#price-0")).hasValue("rẻ lắm");
        assertThat(page.locator("#price-0-wrong")).containsText("bằng số");
        page.locator("#price-0").fill(price);
        page.locator("form[action$='/prices'] button").click();
        assertThat(page.locator(".flash")).containsText("có hiệu lực ngay");
    }

    /** Two files at once, one of which no browser can show. */
    private static void sendPhotograph(Page page, String desk) throws IOException {
        page.navigate(desk + "/pictures");
        page.locator("input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("vuon.jpg", "image/jpeg", photograph()),
            new FilePayload(
                    "IMG_1.HEIC",
                    "image/heic",
                    "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1))
        });
        page.locator("button:text-is('Tải ảnh lên')").click();
        assertThat(page.locator(".field__error")).containsText("IMG_1.HEIC");
        assertThat(page.locator(".photo")).hasCount(1);
        page.locator("button:text-is('Gửi cán bộ duyệt')").click();
        assertThat(page.locator(".photo .field__error")).containsText("ảnh này chụp gì");
        page.locator(".photo input[type=text]").first().fill("Ảnh thử, màu vàng");
        page.locator("button:text-is('Gửi cán bộ duyệt')").click();
        assertThat(page.locator(".flash")).containsText("Đã gửi");
    }

    private static void tell(Page page, String desk, String words) {
        page.navigate(desk + "/story");
        page.locator("#s0-heading").fill("Người giữ nghề");
        page.locator("#s0-text").fill(words);
        if (page.locator("#s1-text").count() == 0) {
            page.locator("button:text-is('Thêm một phần')").click();
            page.locator("#s1-text").fill("Phần **hai** của câu chuyện.");
        }
        assertThat(page.locator("#s0-text")).hasValue(words);
        page.locator("button:text-is('Gửi cán bộ duyệt')").click();
        assertThat(page.locator(".flash")).containsText("Đã gửi");
    }

    private static Locator change(Page officer) {
        officer.navigate("/staff/changes");
        return officer.locator("article")
                .filter(new Locator.FilterOptions().setHas(officer.locator("ins")))
                .first();
    }

    private static void giveBack(Locator change, String reason) {
        change.locator("summary").click();
        change.locator("textarea").fill(reason);
        change.locator("details button").click();
    }

    @Test
    void theDesksAreForEverybody(RunningMarket market, Browser.Windows windows) {
        for (var width : List.of(PHONE, DESK)) {
            var producer = windows.open(market.storefront(), true, width);
            CounterIT.signIn(producer, market, "PRODUCER");
            check(producer, "/staff/products", "products-" + width);
            producer.locator(".own__name a").last().click();
            var desk = producer.url();
            check(producer, desk, "product-" + width);
            check(producer, desk + "/pictures", "pictures-" + width);
            check(producer, desk + "/story", "story-" + width);
            tell(producer, desk, "Một lời kể để cán bộ đọc, rộng " + width + ".");
            check(producer, "/staff/proposals", "proposals-" + width);
            producer.context().close();

            var officer = windows.open(market.storefront(), true, width);
            CounterIT.signIn(officer, market, "OCOP_OFFICER");
            check(officer, "/staff/changes", "changes-" + width);
            officer.context().close();
        }
    }

    private static void check(Page page, String address, String name) {
        page.navigate(address);
        screenshot(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s needs no scrolling sideways", name)
                .isEqualTo(true);
        assertThat(Axe.violations(page)).as(name).isEmpty();
    }

    /** To be looked at. */
    private static void screenshot(Page page, String name) {
        for (var image : page.locator("main img").all()) {
            image.scrollIntoViewIfNeeded();
        }
        var _ = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }

    private static byte[] photograph() throws IOException {
        var image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.YELLOW);
        graphics.fillRect(0, 0, 1600, 1200);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpg", bytes)).isTrue();
        return bytes.toByteArray();
    }
}
