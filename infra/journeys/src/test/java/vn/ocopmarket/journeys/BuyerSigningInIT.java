package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;
import vn.ocopmarket.testing.Eventually;

/** A guest fills a cart, signs in by the code of a letter, keeps the cart, buys, and finds the order again. */
@ExtendWith({Browser.class, SharedMarket.class})
class BuyerSigningInIT {

    private static final String WAREHOUSE = "kho-ha-noi";
    private static final List<String> SKUS = List.of("MAU-0042", "MAU-0001");
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");
    private static final Pattern ORDER_PAGE = Pattern.compile(".*/orders/.+token=.*");

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void keepsTheCartAndTheOrderOfWhoSignsIn(boolean scripts, RunningMarket market, Browser.Windows windows) {
        var officer = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
        SKUS.forEach(sku -> officer.receive(
                UUID.randomUUID().toString(), new Officer.Receipt(WAREHOUSE, List.of(new Officer.Line(sku, 5)))));
        var email = UUID.randomUUID() + "@buyer.example";
        var page = windows.open(market.storefront(), scripts, PHONE);
        SKUS.forEach(sku -> putIntoCart(page, officer.product(sku).get("slug").asString(), scripts));
        page.navigate("/cart");
        assertThat(page.locator("li.line")).hasCount(2);

        page.locator("a[href^='/my/sign-in']").click();
        look(page, scripts);
        page.locator("#email").fill(email);
        submit(page, "form[action='/my/sign-in']");
        assertThat(page).hasURL(Pattern.compile(".*/my/sign-in/code.*"));
        look(page, scripts);
        page.locator("#code").fill("00000");
        submit(page, "form[action='/my/sign-in/code']");
        assertThat(page.locator("main [role=alert]")).isVisible();
        page.locator("#code").fill(codeIn(market, email));
        submit(page, "form[action='/my/sign-in/code']");
        assertThat(page).hasURL(Pattern.compile(".*/cart"));
        assertThat(page.locator("li.line")).hasCount(2);
        look(page, scripts);

        checkOut(page, email, scripts);
        var heading = page.locator("h1").textContent();
        var number = heading.substring(heading.indexOf("OM")).strip();

        page.navigate("/my");
        look(page, scripts);
        page.locator("main a[href^='/orders/']").click();
        assertThat(page.locator("h1")).containsText(number);
        assertThat(page.url()).doesNotContain("token=");
        assertThat(page.locator("dl.states")).containsText("Đã xác nhận");

        page.navigate("/my");
        submit(page, "form[action='/my/sign-out']");
        page.navigate("/cart");
        assertThat(page.locator("li.line")).hasCount(0);
        page.navigate("/my");
        assertThat(page).hasURL(Pattern.compile(".*/my/sign-in"));
        page.context().close();
    }

    private static void putIntoCart(Page page, String slug, boolean scripts) {
        page.navigate("/products/" + slug);
        page.locator("form#buy button[type=submit]").click();
        if (scripts) {
            page.locator("#added a[href='/cart']").waitFor();
        }
    }

    private static void checkOut(Page page, String email, boolean scripts) {
        page.navigate("/checkout");
        assertThat(page.locator("#email")).hasValue(email);
        page.locator("#name").fill("Nguyễn Thị Mẫu");
        page.locator("#phone").fill("0912345678");
        page.locator("#province").selectOption("01");
        if (!scripts) {
            page.locator("#choose-place").click();
        }
        page.locator("#commune option[value='00004']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("#commune").selectOption("00004");
        page.locator("#street").fill("1 Phố Mẫu");
        page.locator("input[name=payment][value=cod]").check();
        page.locator("button[name=step][value=order]").click();
        assertThat(page).hasURL(ORDER_PAGE);
    }

    private static void submit(Page page, String form) {
        page.locator(form).locator("button[type=submit]").click();
        page.waitForLoadState();
    }

    /** Nothing that a machine can find, on a phone and on a desk, and nothing wider than the screen. */
    private static void look(Page page, boolean scripts) {
        for (var width : scripts ? List.of(DESK, PHONE) : List.<Integer>of()) {
            page.setViewportSize(width, 900);
            AccessibilityIT.checkHere(page, page.url(), width);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", page.url(), width)
                    .isEqualTo(width);
        }
    }

    private static String codeIn(RunningMarket market, String email) {
        var code = new StringBuilder();
        Eventually.eventually(() -> {
            for (var letter : new Http(market.mail()).get("/messages.json").json()) {
                var found = CODE.matcher(letter.at("/text").asString());
                var isCode = letter.at("/subject").asString().startsWith("Mã đăng nhập");
                if (isCode && letter.toString().contains(email) && found.find()) {
                    code.replace(0, code.length(), found.group());
                }
            }
            assertThat(code).hasSize(8);
        });
        return code.toString();
    }
}
