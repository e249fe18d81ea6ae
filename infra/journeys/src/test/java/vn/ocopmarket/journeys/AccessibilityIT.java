package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;

/** No violation of WCAG 2.2 A and AA that a machine can find, on a phone and on a desk. */
@ExtendWith({Browser.class, SharedMarket.class})
class AccessibilityIT {

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final int HEIGHT = 900;
    private static final Duration SOON = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=mat+ong",
                "/products/nuoc-mam-phu-quoc-khai-hoan-40-do-dam",
                "/products/nuoc-mam-phu-quoc-khai-hoan-40-do-dam/certificate",
                "/products/nuoc-mam-phu-quoc-khai-hoan-40-do-dam/nearby",
                "/search?q=khong+co+gi+nhu+the",
                "/cart",
                "/fairs",
                "/about/stars",
                "/about/ranking",
                "/sign-in",
                "/indicators",
                "/places/29308",
                "/t/npez8sf4ztp6fs"
            })
    void pagesAreForEverybody(String path, RunningMarket market, Browser.Windows windows) {
        var page = windows.open(market.storefront(), true, PHONE);
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        checkHere(page, path, PHONE);
        page.setViewportSize(DESK, HEIGHT);
        checkHere(page, path, DESK);
        page.context().close();
    }

    @Test
    void desksOfLotsAndRecallsAreForEverybody(RunningMarket market, Browser.Windows windows)
            throws InterruptedException {
        var lot = DeskProducts.recalled(market);
        var page = windows.open(market.storefront(), true, DESK);
        CounterIT.signIn(page, market, "OCOP_OFFICER");
        eventually(
                SOON,
                () -> assertThat(page.navigate("/staff/recalls/" + lot).status())
                        .isEqualTo(200));
        for (var path : List.of(
                "/staff",
                "/staff/lots",
                "/staff/lots?product=MAU-0006",
                "/staff/lots/npez8sf4ztp6fs",
                "/staff/lots/" + lot,
                "/staff/recalls",
                "/staff/recalls/" + lot,
                "/t/" + lot)) {
            look(page, path);
        }
        page.context().close();
    }

    @Test
    void desksOfProducersAreForEverybody(RunningMarket market, Browser.Windows windows) {
        var finding = DeskProducts.foundAtProducer(market);
        var page = windows.open(market.storefront(), true, DESK);
        CounterIT.signIn(page, market, "PRODUCER");
        for (var path : List.of("/staff/own-findings", "/staff/own-findings/" + finding, "/staff/lots")) {
            look(page, path);
        }
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, /staff/stock /staff/stock/lists /staff/stock/counts /staff/stock/transfers /staff/proof",
        "ADMINISTRATOR, /staff/money /staff/refunds /staff/payouts /staff/settlements /staff/statements",
        "POS_MANAGER, /staff/orders /staff/orders?pile=COLLECT /staff/pickups",
        "POS_MANAGER, /staff/stock /staff/stock/lists /staff/stock/counts /staff/stock/transfers /staff/refunds",
        "OCOP_OFFICER, /staff/wordings /staff/search?q=mat+ong"
    })
    void desksOfStockMoneyAndWordsAreForEverybody(
            String role, String paths, RunningMarket market, Browser.Windows windows) {
        var page = windows.open(market.storefront(), true, DESK);
        CounterIT.signIn(page, market, role);
        for (var path : paths.split(" ")) {
            look(page, path);
        }
        page.context().close();
    }

    private static void look(Page page, String path) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        for (var width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, HEIGHT);
            checkHere(page, path, width);
            DeskLooks.fits(page);
        }
    }

    static void checkHere(Page page, String path, int width) {
        assertThat(Axe.violations(page)).as("%s at %d px", path, width).isEmpty();
    }
}
