package vn.ocopmarket.storefront.buyer.web;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer;
import vn.ocopmarket.storefront.account.CurrentBuyer.SignedIn;
import vn.ocopmarket.storefront.buyer.KeepingBuyers;

/** Lets pages ask who is signed in as a buyer. Session and account are read anew for each request, and only when one asks. */
@Component
class BuyerOfRequest implements WebFilter {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final KeepingBuyers keeping;

    BuyerOfRequest(KeepingBuyers keeping) {
        this.keeping = keeping;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var session = BuyerCookies.session(exchange);
        var isApi =
                exchange.getRequest().getPath().pathWithinApplication().value().startsWith("/api/");
        if (session == null || isApi) {
            return chain.filter(exchange);
        }
        var buyer = keeping.buyerOf(session)
                .timeout(LONGEST_WAIT)
                .map(known -> new SignedIn(known.id(), known.email(), known.cartId()))
                .cache();
        return chain.filter(exchange).contextWrite(request -> CurrentBuyer.with(request, buyer));
    }
}
