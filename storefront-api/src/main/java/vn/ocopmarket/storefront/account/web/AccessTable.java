package vn.ocopmarket.storefront.account.web;

import static vn.ocopmarket.storefront.account.Permission.ADMINISTER;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.AccessRule.open;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import vn.ocopmarket.storefront.account.Permissions;

/**
 * Which permission an endpoint takes; who has it is said in {@link Permissions}. Every endpoint has its line in the table of
 * its part of the market, and a test walks them all. As with the endpoints themselves the most specific pattern decides, so
 * the order of lines means nothing.
 */
final class AccessTable {

    /** What has no line: nobody else gets into a room that was forgotten, and the rest is the shop. */
    private static final List<AccessRule> REST = List.of(
            needs(null, "/api/**", ADMINISTER),
            needs(null, "/pos/**", ADMINISTER),
            needs(null, "/staff/**", ADMINISTER),
            open(null, "/**"));

    static final List<AccessRule> LINES = Stream.of(
                    ShopAccess.LINES,
                    OrderAccess.LINES,
                    RequestAccess.LINES,
                    MoneyAccess.LINES,
                    StockAccess.LINES,
                    CounterAccess.LINES,
                    AccountAccess.LINES,
                    CatalogueAccess.LINES,
                    TraceAccess.LINES,
                    SellingAccess.LINES)
            .flatMap(List::stream)
            .toList();

    private static final List<AccessRule> BY_SPECIFICITY = Stream.concat(LINES.stream(), REST.stream())
            .sorted(Comparator.comparing(AccessRule::pattern, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();

    private AccessTable() {}

    static AccessRule of(HttpMethod method, PathContainer path) {
        return BY_SPECIFICITY.stream()
                .filter(rule -> rule.fits(method, path))
                .findFirst()
                .orElseThrow();
    }
}
