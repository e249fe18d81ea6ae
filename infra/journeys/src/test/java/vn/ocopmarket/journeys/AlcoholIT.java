package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;

/** Drinks with alcohol: never for cash, never for a minor; with scripts and without. */
@ExtendWith({Browser.class, SharedMarket.class})
class AlcoholIT {

    private static final int PHONE = 390;
    private static final Pattern AGE_PAGE = Pattern.compile(".*/age\\?next=.*");
    private static final Pattern ORDER_PAGE = Pattern.compile(".*/orders/.+token=.*");

    /** Something of group 14 that is on sale. */
    private record Drink(String slug, String sku) {

        static Drink onSale(RunningMarket market) {
            var shop = new Http(market.storefront());
            for (var item : shop.get("/api/v1/products?group=14").json().get("items")) {
                if (item.get("inStock").asBoolean() && !item.get("price").isNull()) {
                    var slug = item.get("slug").asString();
                    var product = shop.get("/api/v1/products/" + slug).json();
                    return new Drink(slug, product.at("/variants/0/sku").asString());
                }
            }
            throw new IllegalStateException("No drink is on sale");
        }
    }

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void isSoldToAnAdultButNotForCash(boolean javaScript, RunningMarket market, Browser.Windows windows) {
        var drink = Drink.onSale(market);
        var page = windows.open(market.storefront(), javaScript, PHONE);

        page.navigate("/products/" + drink.slug());
        assertThat(page).hasURL(AGE_PAGE);
        if (javaScript) {
            AccessibilityIT.checkHere(page, "the page that asks for an age", PHONE);
        }
        sayBorn(page, LocalDate.of(1990, 12, 31));
        assertThat(page).hasURL(Pattern.compile(".*/products/" + drink.slug()));
        page.locator("form#buy button[type=submit]").click();
        if (javaScript) {
            page.locator("#added a[href='/cart']").waitFor();
        }
        page.navigate("/cart");
        assertThat(page.locator("main")).containsText("Không bán rượu, bia cho người dưới 18 tuổi");
        page.locator("a[href='/checkout']").first().click();

        assertThat(page.locator("input[name=payment][value=cod]")).hasCount(0);
        assertThat(page.locator("main")).containsText("không dùng tiền mặt");
        var forCash = order(page, "cod", true);
        assertThat(forCash.status()).isEqualTo(409);
        assertThat(forCash.text()).contains("Không trả tiền mặt cho đồ uống có cồn");

        checkOutByCard(page, javaScript);
        page.locator("button.pay").click();
        assertThat(page).hasURL(ORDER_PAGE);
        assertThat(page.locator("main")).containsText("chứng minh đủ 18 tuổi");
        var copy = page.request().get(page.locator("a[href*='/copy?token=']").getAttribute("href"));
        assertThat(copy.status()).isEqualTo(200);
        assertThat(copy.headers().get("content-disposition")).contains("attachment");
        assertThat(copy.text()).contains("tiêu thụ đặc biệt", "Nguyễn Thị Mẫu", "quyền của người mua");
        page.context().close();
    }

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void isNeitherShownNorSoldToAMinor(boolean javaScript, RunningMarket market, Browser.Windows windows) {
        var drink = Drink.onSale(market);
        var page = windows.open(market.storefront(), javaScript, PHONE);
        var shop = new Http(market.storefront());
        var cart = shop.cartWith(drink.sku(), 1).json().get("id").asString();

        page.navigate("/search?group=14");
        assertThat(page.locator("ul.cards")).containsText("Chỉ dành cho người từ 18 tuổi");
        assertThat(page.locator("ul.cards")).not().containsText("Rượu");
        page.navigate("/products/" + drink.slug());
        sayBorn(
                page,
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusYears(18).plusDays(1));

        assertThat(page.locator("[role=alert]")).containsText("Bạn chưa đủ 18 tuổi");
        page.navigate("/products/" + drink.slug());
        assertThat(page).hasURL(AGE_PAGE);
        assertThat(page.locator("#born")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("Thêm vào giỏ");

        page.context().addCookies(List.of(new Cookie("cart", cart).setUrl(market.storefront())));
        var put = page.request()
                .post(
                        "/cart/lines",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("sku", drink.sku())
                                        .set("quantity", 1)));
        assertThat(put.status()).isEqualTo(409);
        page.navigate("/checkout");
        assertThat(page.locator("input[name=adult]")).hasCount(0);
        var forced = order(page, "card", true);
        assertThat(forced.status()).isEqualTo(409);
        assertThat(forced.text()).contains("Chưa đủ tuổi mua rượu, bia");
        page.context().close();
    }

    private static void sayBorn(Page page, LocalDate day) {
        page.locator("#born").fill(day.toString());
        page.locator("form[action='/age'] button[type=submit]").click();
    }

    /** What a form would send that says more than the page offers. */
    private static APIResponse order(Page page, String payment, boolean adult) {
        var form = FormData.create()
                .set("step", "order")
                .set("name", "Nguyễn Thị Mẫu")
                .set("phone", "0912345678")
                .set("delivery", "ship")
                .set("province", "01")
                .set("commune", "00004")
                .set("street", "1 Phố Mẫu")
                .set("payment", payment)
                .set("quoted", "01")
                .set("shown", 1);
        return page.request()
                .post("/checkout", RequestOptions.create().setForm(adult ? form.set("adult", "yes") : form));
    }

    private static void checkOutByCard(Page page, boolean javaScript) {
        page.locator("#name").fill("Nguyễn Thị Mẫu");
        page.locator("#phone").fill("0912345678");
        page.locator("#province").selectOption("01");
        if (!javaScript) {
            page.locator("#choose-place").click();
        }
        page.locator("#commune option[value='00004']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("#commune").selectOption("00004");
        page.locator("#street").fill("1 Phố Mẫu");
        page.locator("input[name=payment][value=card]").check();
        page.locator("input[name=adult]").check();
        page.locator("button[name=step][value=order]").click();
    }
}
