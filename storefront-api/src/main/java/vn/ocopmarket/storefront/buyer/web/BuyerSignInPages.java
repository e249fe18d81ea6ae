package vn.ocopmarket.storefront.buyer.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer;
import vn.ocopmarket.storefront.buyer.CodeAsked;
import vn.ocopmarket.storefront.buyer.CodeEntered;
import vn.ocopmarket.storefront.buyer.EnteringCodes;
import vn.ocopmarket.storefront.buyer.SendingCodes;
import vn.ocopmarket.storefront.pages.LocalPath;
import vn.ocopmarket.storefront.throttle.Origins;

/** Buyers sign in here: first the address, then the code from the letter. */
@Controller
@RequestMapping("/my/sign-in")
class BuyerSignInPages {

    private static final String FORM = "buyer/sign-in";
    private static final String CODE = "buyer/code";

    private final SendingCodes sending;
    private final EnteringCodes entering;
    private final BuyerSessions sessions;
    private final BuyerCookies cookies;
    private final Origins origins;

    BuyerSignInPages(
            SendingCodes sending,
            EnteringCodes entering,
            BuyerSessions sessions,
            BuyerCookies cookies,
            Origins origins) {
        this.sending = sending;
        this.entering = entering;
        this.sessions = sessions;
        this.cookies = cookies;
        this.origins = origins;
    }

    /** What the first form sends. */
    record AddressForm(@Nullable String email, @Nullable String next) {

        @Override
        public String toString() {
            return "AddressForm[…]";
        }
    }

    /** What the second form sends. */
    record CodeForm(@Nullable String code, @Nullable String next) {

        @Override
        public String toString() {
            return "CodeForm[…]";
        }
    }

    @GetMapping
    Mono<Rendering> form(@RequestParam(required = false) @Nullable String next) {
        return CurrentBuyer.get()
                .map(_ -> BuyerPages.seeOther(LocalPath.or(next, BuyerPages.HOME)))
                .defaultIfEmpty(page(FORM, next, HttpStatus.OK).build());
    }

    @PostMapping
    Mono<Rendering> ask(@ModelAttribute AddressForm form, ServerWebExchange exchange, Locale locale) {
        var email = form.email() == null ? "" : form.email();
        return sending.ask(email, origin(exchange), locale).map(asked -> switch (asked) {
            case CodeAsked.Sent(var ticket) -> {
                cookies.keepTicket(exchange, ticket);
                yield BuyerPages.seeOther(toCode(form.next()));
            }
            case CodeAsked.NoAddress _ ->
                page(FORM, form.next(), HttpStatus.BAD_REQUEST)
                        .modelAttribute("email", email)
                        .modelAttribute("refusal", "address")
                        .build();
            case CodeAsked.TooOften(var wait) -> later(FORM, form.next(), wait);
        });
    }

    @GetMapping("/code")
    Rendering code(@RequestParam(required = false) @Nullable String next) {
        return page(CODE, next, HttpStatus.OK).build();
    }

    @PostMapping("/code")
    Mono<Rendering> enter(@ModelAttribute CodeForm form, ServerWebExchange exchange, Locale locale) {
        var code = form.code() == null ? "" : form.code();
        return entering.enter(BuyerCookies.ticket(exchange), code, origin(exchange), locale)
                .flatMap(entered -> switch (entered) {
                    case CodeEntered.Right(var buyer) ->
                        sessions.begin(exchange, buyer)
                                .thenReturn(BuyerPages.seeOther(LocalPath.or(form.next(), BuyerPages.HOME)));
                    case CodeEntered.Wrong(var left) ->
                        Mono.just(page(CODE, form.next(), HttpStatus.UNAUTHORIZED)
                                .modelAttribute("refusal", "wrong")
                                .modelAttribute("left", left)
                                .build());
                    case CodeEntered.Over _ ->
                        Mono.just(page(FORM, form.next(), HttpStatus.GONE)
                                .modelAttribute("refusal", "over")
                                .build());
                    case CodeEntered.TooOften(var wait) -> Mono.just(later(CODE, form.next(), wait));
                });
    }

    private static Rendering later(String view, @Nullable String next, Duration wait) {
        return page(view, next, HttpStatus.TOO_MANY_REQUESTS)
                .modelAttribute("refusal", "later")
                .modelAttribute("minutes", Math.max(1, wait.plusSeconds(59).toMinutes()))
                .build();
    }

    private static Rendering.Builder<?> page(String view, @Nullable String next, HttpStatus status) {
        return Rendering.view(view).status(status).modelAttribute("next", LocalPath.or(next, ""));
    }

    private static String toCode(@Nullable String next) {
        var local = LocalPath.or(next, "");
        return "/my/sign-in/code" + (local.isEmpty() ? "" : "?next=" + UriUtils.encode(local, StandardCharsets.UTF_8));
    }

    private String origin(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }
}
