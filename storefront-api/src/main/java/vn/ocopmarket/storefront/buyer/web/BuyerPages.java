package vn.ocopmarket.storefront.buyer.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentBuyer;
import vn.ocopmarket.storefront.account.CurrentBuyer.SignedIn;
import vn.ocopmarket.storefront.buyer.ClaimingOrders;
import vn.ocopmarket.storefront.buyer.ForgettingBuyers;
import vn.ocopmarket.storefront.order.OrdersOfBuyers;
import vn.ocopmarket.storefront.pages.Problem;

/** What is a buyer's own. Who is not signed in is led to where one does. */
@Controller
@RequestMapping(BuyerPages.HOME)
class BuyerPages {

    static final String HOME = "/my";

    private static final int AT_ONCE = 20;

    private final OrdersOfBuyers orders;
    private final ClaimingOrders claiming;
    private final ForgettingBuyers forgetting;
    private final BuyerSessions sessions;

    BuyerPages(OrdersOfBuyers orders, ClaimingOrders claiming, ForgettingBuyers forgetting, BuyerSessions sessions) {
        this.orders = orders;
        this.claiming = claiming;
        this.forgetting = forgetting;
        this.sessions = sessions;
    }

    /** @param before id of the last order of the page before */
    @GetMapping
    Mono<Rendering> home(@RequestParam(required = false) @Nullable String before) {
        return CurrentBuyer.get()
                .flatMap(buyer -> orders.of(buyer.id(), before, AT_ONCE + 1)
                        .map(OrderEntry::of)
                        .collectList()
                        .map(found -> page(buyer, found)))
                .defaultIfEmpty(toSignIn());
    }

    private static Rendering page(SignedIn buyer, List<OrderEntry> found) {
        var shown = found.subList(0, Math.min(found.size(), AT_ONCE));
        return Rendering.view("buyer/home")
                .modelAttribute("email", buyer.email())
                .modelAttribute("orders", shown)
                .modelAttribute("next", found.size() > AT_ONCE ? shown.getLast().id() : "")
                .build();
    }

    /** An order that was placed as a guest becomes the buyer's. */
    @PostMapping("/orders")
    Mono<Rendering> claim(ServerWebExchange exchange) {
        return CurrentBuyer.get()
                .flatMap(buyer -> SentForm.by(exchange, 0).flatMap(form -> {
                    var id = form.field("order");
                    return claiming.claim(buyer, id, form.field("token"))
                            .filter(claimed -> claimed)
                            .switchIfEmpty(Mono.error(() -> Problem.of("order-not-found", 404)))
                            .map(_ -> seeOther("/orders/" + id + "?done=order-claimed"));
                }))
                .defaultIfEmpty(toSignIn());
    }

    @PostMapping("/sign-out")
    Mono<Rendering> signOut(ServerWebExchange exchange) {
        return CurrentBuyer.get()
                .flatMap(buyer -> sessions.end(exchange, buyer))
                .thenReturn(seeOther("/"));
    }

    @PostMapping("/deletion")
    Mono<Rendering> delete(ServerWebExchange exchange) {
        return CurrentBuyer.get()
                .flatMap(buyer -> SentForm.by(exchange, 0)
                        .flatMap(form -> "yes".equals(form.field("sure"))
                                ? forgetting
                                        .forget(buyer)
                                        .doOnSuccess(_ -> sessions.forget(exchange))
                                        .thenReturn(seeOther("/?done=account-deleted"))
                                : Mono.just(seeOther(HOME))))
                .defaultIfEmpty(toSignIn());
    }

    private static Rendering toSignIn() {
        return seeOther("/my/sign-in");
    }

    static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
