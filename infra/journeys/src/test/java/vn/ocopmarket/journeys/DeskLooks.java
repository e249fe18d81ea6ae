package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What every page of a desk must be, looked at where a journey comes by. */
final class DeskLooks {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private DeskLooks() {}

    /** For everybody, and no wider than the window. Needs a window that runs scripts. */
    static void check(Page page) {
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .as(page.url())
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
        fits(page);
    }

    /** No wider than the window. */
    static void fits(Page page) {
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("wider than the window: " + page.url())
                .isLessThanOrEqualTo(0);
    }
}
