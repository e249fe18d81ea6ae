package vn.ocopmarket.storefront.account.web;

import java.util.List;
import org.springframework.web.server.ServerWebExchange;
import vn.ocopmarket.storefront.account.Origins;

/** Requests made on this machine and not handed on by a proxy, such as those of a metrics collector. */
final class Neighbours {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final List<String> SET_BY_PROXIES = List.of("Forwarded", FORWARDED_FOR, "Via");

    private Neighbours() {}

    static boolean isOne(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var remote = request.getRemoteAddress();
        return remote != null
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress()
                && SET_BY_PROXIES.stream().noneMatch(request.getHeaders()::containsHeader);
    }

    /** The address attempts are counted for. */
    static String origin(ServerWebExchange exchange, Origins origins) {
        var request = exchange.getRequest();
        var remote = request.getRemoteAddress();
        var address = remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
        return origins.of(address, request.getHeaders().getOrEmpty(FORWARDED_FOR));
    }
}
