package vn.ocopmarket.storefront.buyer.web;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer.SignedIn;
import vn.ocopmarket.storefront.buyer.Buyer;
import vn.ocopmarket.storefront.buyer.KeepingBuyers;
import vn.ocopmarket.storefront.cart.MergingCarts;

/** Begins and ends what a browser knows of a buyer: the session, and which cart is the browser's own. */
@Component
class BuyerSessions {

    private final KeepingBuyers keeping;
    private final MergingCarts merging;
    private final BuyerCookies cookies;

    BuyerSessions(KeepingBuyers keeping, MergingCarts merging, BuyerCookies cookies) {
        this.keeping = keeping;
        this.merging = merging;
        this.cookies = cookies;
    }

    /** Always a new session, and the one before ends. What is in the browser's cart becomes a part of the account's. */
    Mono<Void> begin(ServerWebExchange exchange, Buyer buyer) {
        return ended(exchange)
                .then(keeping.begin(buyer))
                .doOnNext(id -> cookies.signIn(exchange, id))
                .then(Mono.defer(() -> merging.merge(BuyerCookies.cart(exchange), buyer.cartId())))
                .doOnNext(merged -> cookies.cart(exchange, merged.whole(), merged.units()))
                .then();
    }

    /** The browser goes on with an empty cart, unless what is in it could not be given to the account. */
    Mono<Void> end(ServerWebExchange exchange, SignedIn buyer) {
        return merging.merge(BuyerCookies.cart(exchange), buyer.cartId())
                .doOnNext(merged -> cookies.cart(exchange, merged.whole(), 0))
                .then(Mono.defer(() -> ended(exchange)))
                .doOnSuccess(_ -> cookies.signOut(exchange));
    }

    /** For whom there is no account any more. */
    void forget(ServerWebExchange exchange) {
        cookies.cart(exchange, true, 0);
        cookies.signOut(exchange);
    }

    private Mono<Void> ended(ServerWebExchange exchange) {
        var id = BuyerCookies.session(exchange);
        return id == null ? Mono.empty() : keeping.end(id);
    }
}
