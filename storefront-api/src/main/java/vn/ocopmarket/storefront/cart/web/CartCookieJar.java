package vn.ocopmarket.storefront.cart.web;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.pages.CartCookies;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** Hands the cart's cookies to the browser: necessary ones, for this site only. */
@Component
class CartCookieJar {

    private static final Duration KEPT = Duration.ofDays(30);

    private final boolean secure;

    CartCookieJar(PagesSettings settings) {
        this.secure = settings.baseUrl().startsWith("https:");
    }

    /** The cart of an account is found by who is signed in, so that no browser goes on with it afterwards. */
    void keep(JudgedCart cart, boolean ofAccount, ServerHttpResponse response) {
        if (!ofAccount) {
            response.addCookie(cookie(CartCookies.CART, cart.id()));
        }
        count(cart, response);
    }

    void count(JudgedCart cart, ServerHttpResponse response) {
        response.addCookie(cookie(CartCookies.COUNT, Long.toString(cart.units())));
    }

    private ResponseCookie cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}
