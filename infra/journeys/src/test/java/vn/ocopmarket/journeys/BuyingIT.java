package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;

/** Search, product, certificate, cart, checkout, payment, order page: with scripts and without. */
@ExtendWith({Browser.class, SharedMarket.class})
class BuyingIT {

    private static final int PHONE = 390;
    private static final Pattern ORDER_PAGE = Pattern.compile(".*/orders/.+token=.*");

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void buysWithCashOnDelivery(boolean javaScript, RunningMarket market, Browser.Windows windows) {
        var page = windows.open(market.storefront(), javaScript, PHONE);
        findAndPutIntoCart(page, javaScript);

        checkOut(page, javaScript, "cod");

        assertThat(page).hasURL(ORDER_PAGE);
        assertThat(page.locator("dl.states")).containsText("Đã xác nhận");
        page.context().close();
    }

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void buysWithACardOnThePaymentPage(boolean javaScript, RunningMarket market, Browser.Windows windows) {
        var page = windows.open(market.storefront(), javaScript, PHONE);
        findAndPutIntoCart(page, javaScript);

        checkOut(page, javaScript, "card");
        page.locator("button.pay").click();

        assertThat(page).hasURL(ORDER_PAGE);
        assertThat(page.locator("dl.states"))
                .containsText("Đã trả", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        page.context().close();
    }

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void buysWithABankTransferThatTheBankTellsOf(boolean javaScript, RunningMarket market, Browser.Windows windows)
            throws Exception {
        var page = windows.open(market.storefront(), javaScript, PHONE);
        findAndPutIntoCart(page, javaScript);

        checkOut(page, javaScript, "vietqr");

        assertThat(page).hasURL(ORDER_PAGE);
        var slip = page.locator("section.transfer");
        assertThat(slip.locator("svg.qr")).isVisible();
        if (javaScript) {
            AccessibilityIT.checkHere(page, "the page of a transfer", PHONE);
        }
        BankNotices.tell(
                market,
                slip.locator("dd strong.copy").textContent().strip(),
                Long.parseLong(slip.locator("dd span.copy.price").textContent().strip()));
        assertThat(page.locator("dl.states"))
                .containsText("Đã trả", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        page.context().close();
    }

    @Test
    void showsAnExpiredCertificateWithoutStarsAndWithoutAWayToBuy(RunningMarket market, Browser.Windows windows) {
        var slug = new Http(market.catalog())
                .get("/api/v1/products?skus=MAU-0008")
                .json()
                .at("/items/0/slug")
                .asString();
        var page = windows.open(market.storefront(), false, PHONE);

        page.navigate("/products/" + slug);

        assertThat(page.locator("form#buy")).hasCount(0);
        assertThat(page.locator("main")).containsText("hết hạn");
        page.context().close();
    }

    private static void findAndPutIntoCart(Page page, boolean javaScript) {
        page.navigate("/");
        page.locator("input[type=search]:visible").first().fill("mat ong");
        page.keyboard().press("Enter");
        page.locator("main a[href*='/products/']:visible").first().click();
        page.locator("a.badge-link").click();
        assertThat(page.locator("main")).containsText("MẪU-");
        page.goBack();
        page.locator("form#buy button[type=submit]").click();
        if (javaScript) {
            // The answer comes beside the button; leaving before it would take the request back.
            page.locator("#added a[href='/cart']").waitFor();
        }
        page.navigate("/cart");
        page.locator("a[href='/checkout']").first().click();
    }

    private static void checkOut(Page page, boolean javaScript, String payment) {
        page.locator("#name").fill("Nguyễn Thị Mẫu");
        page.locator("#phone").fill("0912345678");
        page.locator("#email").fill("mau@buyer.example");
        page.locator("#province").selectOption("01");
        if (!javaScript) {
            page.locator("#choose-place").click();
        }
        page.locator("#commune option[value='00004']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("#commune").selectOption("00004");
        page.locator("#street").fill("1 Phố Mẫu");
        page.locator("input[name=payment][value=" + payment + "]").check();
        page.locator("button[name=step][value=order]").click();
    }
}
