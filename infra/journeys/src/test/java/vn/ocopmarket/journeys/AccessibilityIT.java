package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
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
                "/sign-in"
            })
    void pagesAreForEverybody(String path, RunningMarket market, Browser.Windows windows) {
        for (var width : List.of(390, 1280)) {
            var page = windows.open(market.storefront(), true, width);
            page.navigate(path);

            var violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();

            assertThat(violations)
                    .as("%s at %d px", path, width)
                    .extracting(rule ->
                            rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                    .isEmpty();
            page.context().close();
        }
    }
}
