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
import vn.ocopmarket.contract.product.Occasion.Buyer;
import vn.ocopmarket.storefront.cart.Cart;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.CartOutcome;
import vn.ocopmarket.storefront.cart.CartOutcome.AgeUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.CartRefused;
import vn.ocopmarket.storefront.cart.CartOutcome.Changed;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.cart.FillingCart;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.MergingCarts;
import vn.ocopmarket.storefront.cart.MergingCarts.Chosen;
import vn.ocopmarket.storefront.cart.ViewingCart;
import vn.ocopmarket.storefront.pages.AgeCookie;
import vn.ocopmarket.storefront.pages.CartCookies;
import vn.ocopmarket.storefront.pages.Problem;

/** The cart for people: plain forms that end in a redirect. Of a guest the cookie holds the cart's id, which is all there is. */
@Controller
class CartPages {

    private final FillingCart filling;
    private final ViewingCart viewing;
    private final MergingCarts merging;
    private final Carts carts;
    private final CartCookieJar cookies;
    private final MessageSource messages;

    CartPages(
            FillingCart filling,
            ViewingCart viewing,
            MergingCarts merging,
            Carts carts,
            CartCookieJar cookies,
            MessageSource messages) {
        this.merging = merging;
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
        return merging.choose(cartId)
                .defaultIfEmpty(new Chosen("", false))
                .flatMap(chosen -> viewing.view(chosen.cartId())
                        .defaultIfEmpty(new JudgedCart("", List.of()))
                        .doOnNext(cart -> cookies.count(cart, response))
                        .map(cart -> Rendering.view("cart")
                                .modelAttribute("cart", cart)
                                .modelAttribute("signedIn", chosen.ofAccount())
                                .build()));
    }

    /** Adds to what is there already; a cart that is gone is begun anew. */
    @PostMapping("/cart/lines")
    Mono<Rendering> add(
            @CookieValue(name = CartCookies.CART, required = false) @Nullable String cartId,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String age,
            @ModelAttribute LineForm form,
            ServerHttpResponse response,
            Locale locale) {
        return adding(cartId, form, buyer(age)).map(step -> changed(step, "added", response, locale));
    }

    /** The same where htmx asks: the answer is shown beside the button, and the buyer stays. */
    @PostMapping(path = "/cart/lines", headers = "HX-Request=true")
    Mono<Rendering> addInPlace(
            @CookieValue(name = CartCookies.CART, required = false) @Nullable String cartId,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String age,
            @ModelAttribute LineForm form,
            ServerHttpResponse response,
            Locale locale) {
        return adding(cartId, form, buyer(age)).map(step -> switch (step.outcome()) {
            case Changed(var cart) -> {
                cookies.keep(cart, step.ofAccount(), response);
                yield Rendering.view("cart-added :: added")
                        .modelAttribute("units", cart.units())
                        .build();
            }
            case AgeUnknown(var slug) -> {
                response.getHeaders().add("HX-Redirect", age(slug));
                yield notAdded(Problem.of("age-unknown", 403), locale);
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
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String age,
            @ModelAttribute LineForm form,
            ServerHttpResponse response,
            Locale locale) {
        var remove = form.remove() != null || form.quantity() == 0;
        return merging.choose(cartId)
                .flatMap(chosen -> (remove
                                ? filling.remove(chosen.cartId(), form.sku())
                                : filling.put(chosen.cartId(), form.sku(), form.quantity(), buyer(age)))
                        .map(outcome -> new Step(outcome, chosen.ofAccount())))
                .map(step -> changed(step, remove ? "removed" : "changed", response, locale));
    }

    /** What came of a change, and whether to the cart of an account. */
    private record Step(CartOutcome outcome, boolean ofAccount) {}

    private Mono<Step> adding(@Nullable String cartId, LineForm form, Buyer buyer) {
        return merging.choose(cartId)
                .flatMap(chosen -> chosen.ofAccount()
                        ? add(filling.ensure(chosen.cartId()), form, buyer, true)
                        : add(
                                carts.find(chosen.cartId()).switchIfEmpty(Mono.defer(filling::create)),
                                form,
                                buyer,
                                false))
                .switchIfEmpty(Mono.defer(() -> add(filling.create(), form, buyer, false)));
    }

    private Mono<Step> add(Mono<Cart> to, LineForm form, Buyer buyer, boolean ofAccount) {
        return to.flatMap(cart -> filling.put(cart.id(), form.sku(), inCart(cart, form.sku()) + form.quantity(), buyer))
                .map(outcome -> new Step(outcome, ofAccount));
    }

    private Rendering changed(Step step, String done, ServerHttpResponse response, Locale locale) {
        return switch (step.outcome()) {
            case Changed(var cart) -> {
                cookies.keep(cart, step.ofAccount(), response);
                yield Rendering.redirectTo("/cart?done=" + done)
                        .status(HttpStatus.SEE_OTHER)
                        .build();
            }
            case AgeUnknown(var slug) ->
                Rendering.redirectTo(age(slug)).status(HttpStatus.SEE_OTHER).build();
            case CartRefused refused -> throw CartProblems.of(refused, messages, locale);
        };
    }

    private static String age(String slug) {
        return "/age?next=/products/" + slug;
    }

    private static Buyer buyer(@Nullable String age) {
        if (AgeCookie.isAdult(age)) {
            return Buyer.ADULT;
        }
        return AgeCookie.isUnderAge(age) ? Buyer.UNDER_AGE : Buyer.UNKNOWN;
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
