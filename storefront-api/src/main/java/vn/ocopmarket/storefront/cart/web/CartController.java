package vn.ocopmarket.storefront.cart.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.CartOutcome;
import vn.ocopmarket.storefront.cart.CartOutcome.CartRefused;
import vn.ocopmarket.storefront.cart.CartOutcome.Changed;
import vn.ocopmarket.storefront.cart.FillingCart;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.ViewingCart;
import vn.ocopmarket.storefront.pages.Problem;

/** Who knows the id of a cart may use it. */
@RestController
@RequestMapping("/api/v1/carts")
class CartController {

    private final FillingCart filling;
    private final ViewingCart viewing;
    private final MessageSource messages;

    CartController(FillingCart filling, ViewingCart viewing, MessageSource messages) {
        this.filling = filling;
        this.viewing = viewing;
        this.messages = messages;
    }

    @PostMapping
    Mono<ResponseEntity<CartView>> create() {
        return filling.create()
                .map(cart -> ResponseEntity.created(URI.create("/api/v1/carts/" + cart.id()))
                        .body(CartView.empty(cart.id())));
    }

    @GetMapping("/{id}")
    Mono<CartView> view(@PathVariable String id, Locale locale) {
        return viewing.view(id)
                .map(cart -> view(cart, locale))
                .switchIfEmpty(Mono.error(() -> Problem.of("cart-not-found", 404)));
    }

    @PutMapping("/{id}/lines/{sku}")
    Mono<CartView> put(
            @PathVariable String id, @PathVariable String sku, @RequestBody LineRequest line, Locale locale) {
        return filling.put(id, sku, line.quantity()).map(outcome -> answer(outcome, locale));
    }

    @DeleteMapping("/{id}/lines/{sku}")
    Mono<CartView> remove(@PathVariable String id, @PathVariable String sku, Locale locale) {
        return filling.remove(id, sku).map(outcome -> answer(outcome, locale));
    }

    private CartView answer(CartOutcome outcome, Locale locale) {
        return switch (outcome) {
            case Changed(var cart) -> view(cart, locale);
            case CartRefused refused -> throw CartProblems.of(refused, messages, locale);
        };
    }

    private CartView view(JudgedCart cart, Locale locale) {
        return CartView.of(cart, messages, locale);
    }

    /** How many of a SKU. */
    record LineRequest(long quantity) {}
}
