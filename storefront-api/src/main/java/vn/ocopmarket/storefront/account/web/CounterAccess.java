package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static vn.ocopmarket.storefront.account.Permission.SELL_AT_COUNTER;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.Elsewhere.HIDDEN;
import static vn.ocopmarket.storefront.account.web.Elsewhere.LEFT_OUT;

import java.util.List;

/** The till at a counter. */
final class CounterAccess {

    static final List<AccessRule> LINES = List.of(
            needs(GET, "/pos", SELL_AT_COUNTER, LEFT_OUT),
            needs(GET, "/pos/{location}", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/scan", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/lines", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/discard", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/book", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/pos/{location}/stock", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/pos/{location}/deliveries", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/deliveries", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/pos/{location}/receipts/{sale}", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/pos/{location}/takings", SELL_AT_COUNTER, HIDDEN));

    private CounterAccess() {}
}
