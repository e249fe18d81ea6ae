package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** What every page of a desk must be, looked at where a journey comes by. */
final class DeskLooks {

    private DeskLooks() {}

    /** For everybody, and no wider than the window. Needs a window that runs scripts. */
    static void check(Page page) {
        assertThat(Axe.violations(page)).as(page.url()).isEmpty();
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
