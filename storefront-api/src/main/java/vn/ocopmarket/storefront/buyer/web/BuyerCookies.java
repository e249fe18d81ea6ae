package vn.ocopmarket.storefront.buyer.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import vn.ocopmarket.storefront.buyer.KeepingBuyers;
import vn.ocopmarket.storefront.buyer.SendingCodes;
import vn.ocopmarket.storefront.pages.CartCookies;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** What the browser of a buyer is told: necessary ones, for this site only. */
@Component
class BuyerCookies {

    private static final String SESSION = "buyer";
    private static final String TICKET = "buyer-code";

    private final boolean secure;

    BuyerCookies(PagesSettings settings) {
        this.secure = settings.baseUrl().startsWith("https:");
    }

    static @Nullable String session(ServerWebExchange exchange) {
        return read(exchange, SESSION);
    }

    /** Empty when this browser never asked for a code. */
    static String ticket(ServerWebExchange exchange) {
        var ticket = read(exchange, TICKET);
        return ticket == null ? "" : ticket;
    }

    static @Nullable String cart(ServerWebExchange exchange) {
        return read(exchange, CartCookies.CART);
    }

    void keepTicket(ServerWebExchange exchange, String ticket) {
        write(exchange, TICKET, ticket, SendingCodes.VALID);
    }

    void signIn(ServerWebExchange exchange, String session) {
        write(exchange, SESSION, session, KeepingBuyers.LONGEST);
        write(exchange, TICKET, "", Duration.ZERO);
    }

    void signOut(ServerWebExchange exchange) {
        write(exchange, SESSION, "", Duration.ZERO);
    }

    /** @param gone whether the browser's own cart is not needed any more */
    void cart(ServerWebExchange exchange, boolean gone, long units) {
        if (gone) {
            write(exchange, CartCookies.CART, "", Duration.ZERO);
        }
        write(exchange, CartCookies.COUNT, Long.toString(units), KeepingBuyers.LONGEST);
    }

    private static @Nullable String read(ServerWebExchange exchange, String name) {
        var cookie = exchange.getRequest().getCookies().getFirst(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private void write(ServerWebExchange exchange, String name, String value, Duration kept) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(kept)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build());
    }
}
