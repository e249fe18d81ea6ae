package vn.ocopmarket.storefront.account.web;

import java.util.List;
import org.springframework.web.server.ServerWebExchange;

/** Requests made on this machine and not handed on by a proxy, such as those of a metrics collector. */
final class Neighbours {

    private static final List<String> SET_BY_PROXIES = List.of("Forwarded", "X-Forwarded-For", "Via");

    private Neighbours() {}

    static boolean isOne(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var remote = request.getRemoteAddress();
        return remote != null
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress()
                && SET_BY_PROXIES.stream().noneMatch(request.getHeaders()::containsHeader);
    }
}
