package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;

/** A stranger with a telephone verifies a star. */
@ExtendWith({Browser.class, SharedMarket.class})
class StarProofIT {

    private static final Pattern DAY = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");

    /** One tap of the two that are allowed: the star itself leads to its proof. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isOneTapFromDecisionBodyDayAndValidity(boolean javaScript, RunningMarket market, Browser.Windows windows) {
        var page = windows.open(market.storefront(), javaScript, 390);
        page.navigate("/products/nuoc-mam-phu-quoc-khai-hoan-40-do-dam");

        page.locator("a.badge-link").click();
        page.waitForURL(Pattern.compile(".*/certificate"));

        var proof = page.locator("section.certificate").first();
        assertThat(proof.locator(".tag")).containsText("hiệu lực");
        assertThat(proof.locator("dt:text-is('Quyết định') + dd")).not().isEmpty();
        assertThat(proof.locator("dt:text-is('Nơi cấp') + dd")).not().isEmpty();
        assertThat(proof.locator("dt:text-is('Ngày cấp') + dd")).hasText(DAY);
        assertThat(proof.locator("dt:text-is('Có giá trị đến') + dd")).hasText(DAY);
        page.context().close();
    }
}
