package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;

/** No violation of WCAG 2.2 A and AA that a machine can find, on a phone and on a desk. */
@ExtendWith({Browser.class, SharedMarket.class})
class AccessibilityIT {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=mat+ong",
                "/products/nuoc-mam-phu-quoc-khai-hoan-40-do-dam",
                "/products/nuoc-mam-phu-quoc-khai-hoan-40-do-dam/certificate",
                "/cart",
                "/fairs",
                "/about/stars",
                "/sign-in",
                "/indicators",
                "/places/29308",
                "/t/npez8sf4ztp6fs"
            })
    void pagesAreForEverybody(String path, RunningMarket market, Browser.Windows windows) {
        for (var width : List.of(390, 1280)) {
            var page = windows.open(market.storefront(), true, width);
            check(page, path, width);
            page.context().close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/staff/lots", "/staff/lots?product=MAU-0006", "/staff/lots/npez8sf4ztp6fs", "/staff/recalls"})
    void desksOfLotsAndRecallsAreForEverybody(String path, RunningMarket market, Browser.Windows windows) {
        for (var width : List.of(390, 1280)) {
            var page = windows.open(market.storefront(), true, width);
            CounterIT.signIn(page, market, "OCOP_OFFICER");
            check(page, path, width);
            page.context().close();
        }
    }

    private static void check(Page page, String path, int width) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        var violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();

        assertThat(violations)
                .as("%s at %d px", path, width)
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }
}
