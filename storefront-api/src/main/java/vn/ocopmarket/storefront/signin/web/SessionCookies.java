package vn.ocopmarket.storefront.signin.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** The id of a session in the browser. */
@Component
class SessionCookies {

    private static final String NAME = "SESSION";

    private final boolean secure;

    SessionCookies(PagesSettings settings) {
        this.secure = settings.baseUrl().startsWith("https:");
    }

    static @Nullable String read(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Ends with the browser; how long it counts is decided here, not there. */
    void write(ServerWebExchange exchange, String id) {
        exchange.getResponse().addCookie(cookie(id).build());
    }

    void clear(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("").maxAge(Duration.ZERO).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure);
    }
}
