package vn.ocopmarket.storefront.cart.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.Cart;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.CartOutcome;
import vn.ocopmarket.storefront.cart.CartOutcome.CartRefused;
import vn.ocopmarket.storefront.cart.CartOutcome.Changed;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.cart.FillingCart;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.ViewingCart;
import vn.ocopmarket.storefront.pages.CartCookies;
import vn.ocopmarket.storefront.pages.Problem;

/** The cart for people: plain forms that end in a redirect. The cookie holds the cart's id, which is all there is to know. */
@Controller
class CartPages {

    private final FillingCart filling;
    private final ViewingCart viewing;
    private final Carts carts;
    private final CartCookieJar cookies;
    private final MessageSource messages;

    CartPages(FillingCart filling, ViewingCart viewing, Carts carts, CartCookieJar cookies, MessageSource messages) {
        this.filling = filling;
        this.viewing = viewing;
        this.carts = carts;
        this.cookies = cookies;
        this.messages = messages;
    }

    @GetMapping("/cart")
    Mono<Rendering> cart(
            @CookieValue(name = CartCookies.CART, required = false) @Nullable String cartId,
            ServerHttpResponse response) {
        return (cartId == null ? Mono.<JudgedCart>empty() : viewing.view(cartId))
                .defaultIfEmpty(new JudgedCart("", List.of()))
                .doOnNext(cart -> cookies.count(cart, response))
                .map(cart -> Rendering.view("cart").modelAttribute("cart", cart).build());
    }

    /** Adds to what is there already; a cart that is gone is begun anew. */
    @PostMapping("/cart/lines")
    Mono<Rendering> add(
            @CookieValue(name = CartCookies.CART, required = false) @Nullable String cartId,
            @ModelAttribute LineForm form,
            ServerHttpResponse response,
            Locale locale) {
        return adding(cartId, form).map(outcome -> changed(outcome, "added", response, locale));
    }

    /** The same where htmx asks: the answer is shown beside the button, and the buyer stays. */
    @PostMapping(path = "/cart/lines", headers = "HX-Request=true")
    Mono<Rendering> addInPlace(
            @CookieValue(name = CartCookies.CART, required = false) @Nullable String cartId,
            @ModelAttribute LineForm form,
            ServerHttpResponse response,
            Locale locale) {
        return adding(cartId, form).map(outcome -> switch (outcome) {
            case Changed(var cart) -> {
                cookies.keep(cart, response);
                yield Rendering.view("cart-added :: added")
                        .modelAttribute("units", cart.units())
                        .build();
            }
            case CartRefused refused -> notAdded(CartProblems.of(refused, messages, locale), locale);
        });
    }

    private Rendering notAdded(Problem problem, Locale locale) {
        var arguments = problem.arguments().toArray();
        return Rendering.view("cart-added :: refused")
                .status(HttpStatus.valueOf(problem.status()))
                .modelAttribute("title", messages.getMessage("problem." + problem.type() + ".title", arguments, locale))
                .modelAttribute(
                        "detail", messages.getMessage("problem." + problem.type() + ".detail", arguments, locale))
                .build();
    }

    @PostMapping("/cart/lines/change")
    Mono<Rendering> change(
            @CookieValue(name = CartCookies.CART, defaultValue = "") String cartId,
            @ModelAttribute LineForm form,
            ServerHttpResponse response,
            Locale locale) {
        var remove = form.remove() != null || form.quantity() == 0;
        return (remove ? filling.remove(cartId, form.sku()) : filling.put(cartId, form.sku(), form.quantity()))
                .map(outcome -> changed(outcome, remove ? "removed" : "changed", response, locale));
    }

    private Mono<CartOutcome> adding(@Nullable String cartId, LineForm form) {
        var known = cartId == null ? Mono.<Cart>empty() : carts.find(cartId);
        return known.switchIfEmpty(Mono.defer(filling::create))
                .flatMap(cart -> filling.put(cart.id(), form.sku(), inCart(cart, form.sku()) + form.quantity()));
    }

    private Rendering changed(CartOutcome outcome, String done, ServerHttpResponse response, Locale locale) {
        return switch (outcome) {
            case Changed(var cart) -> {
                cookies.keep(cart, response);
                yield Rendering.redirectTo("/cart?done=" + done)
                        .status(HttpStatus.SEE_OTHER)
                        .build();
            }
            case CartRefused refused -> throw CartProblems.of(refused, messages, locale);
        };
    }

    private static long inCart(Cart cart, String sku) {
        return cart.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .mapToLong(CartLine::quantity)
                .sum();
    }

    /** A line as a form sends it. */
    record LineForm(String sku, long quantity, @Nullable String remove) {}
}
