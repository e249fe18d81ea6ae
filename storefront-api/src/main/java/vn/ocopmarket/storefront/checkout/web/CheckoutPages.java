package vn.ocopmarket.storefront.checkout.web;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.ViewingCart;
import vn.ocopmarket.storefront.checkout.PreparationOutcome;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.AlreadyOrdered;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.FieldsRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.InProgress;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PaymentUnavailable;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparingCheckout;
import vn.ocopmarket.storefront.checkout.web.CheckoutModel.Trouble;
import vn.ocopmarket.storefront.pages.CartCookies;

/** The checkout page: one form, which shows the whole price for the chosen place before it can be sent for good. */
@Controller
class CheckoutPages {

    private static final int KEY_LENGTH = 26;

    private final PreparingCheckout preparing;
    private final ViewingCart viewing;
    private final CheckoutModels models;
    private final RandomIds ids;
    private final MessageSource messages;

    CheckoutPages(
            PreparingCheckout preparing,
            ViewingCart viewing,
            CheckoutModels models,
            RandomIds ids,
            MessageSource messages) {
        this.preparing = preparing;
        this.viewing = viewing;
        this.models = models;
        this.ids = ids;
        this.messages = messages;
    }

    @GetMapping("/checkout")
    Mono<Rendering> form(@CookieValue(name = CartCookies.CART, defaultValue = "") String cartId) {
        return withCart(cartId, cart -> show(CheckoutForm.empty(), newKey(), cart, Map.of(), null));
    }

    @PostMapping("/checkout")
    Mono<Rendering> send(
            @CookieValue(name = CartCookies.CART, defaultValue = "") String cartId,
            @ModelAttribute CheckoutForm form,
            Locale locale) {
        var key = form.key() == null || form.key().isBlank() ? newKey() : form.key();
        if ("place".equals(form.step())) {
            return withCart(cartId, cart -> show(form, key, cart, Map.of(), null));
        }
        if (!form.destination().equals(form.quoted())) {
            var look = trouble("checkout.look-again", locale);
            return withCart(cartId, cart -> show(form, key, cart, Map.of(), look));
        }
        return preparing
                .prepare(form.request(cartId, key, locale))
                .flatMap(outcome -> answer(outcome, cartId, form, key, locale));
    }

    private Mono<Rendering> answer(
            PreparationOutcome outcome, String cartId, CheckoutForm form, String key, Locale locale) {
        return switch (outcome) {
            case Prepared prepared -> Mono.just(goOn(prepared));
            case AlreadyOrdered(var _, var link) -> Mono.just(redirect(link));
            case FieldsRefused(var fields) -> {
                var wrong = fields.stream()
                        .collect(Collectors.toMap(
                                FieldsRefused.Field::path,
                                field -> word("checkout.field." + field.code(), locale),
                                (one, _) -> one));
                yield withCart(cartId, cart -> show(form, key, cart, wrong, trouble("checkout.fields", locale)));
            }
            case PreparationRefused refused -> {
                var problem = CheckoutProblems.of(refused, messages, locale);
                var arguments = problem.arguments().toArray();
                var trouble = new Trouble(
                        messages.getMessage("problem." + problem.type() + ".title", arguments, locale),
                        messages.getMessage("problem." + problem.type() + ".detail", arguments, locale));
                var again = refused instanceof PaymentUnavailable || refused instanceof InProgress ? key : newKey();
                yield withCart(cartId, cart -> show(form, again, cart, Map.of(), trouble));
            }
        };
    }

    private static Rendering goOn(Prepared prepared) {
        var pay = prepared.order().preparation().redirectUrl();
        return pay == null ? ordered(prepared.trackingUrl()) : redirect(pay);
    }

    /** What was ordered is no longer in the cart, so the number in the header goes. */
    private static Rendering ordered(String link) {
        var nothingInCart = ResponseCookie.from(CartCookies.COUNT, "0")
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return Rendering.redirectTo(link)
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .header(HttpHeaders.SET_COOKIE, nothingInCart.toString())
                .build();
    }

    private Mono<Rendering> show(
            CheckoutForm form, String key, JudgedCart cart, Map<String, String> wrong, @Nullable Trouble trouble) {
        return models.of(form, key, cart, wrong, trouble)
                .map(model -> Rendering.view("checkout")
                        .status(trouble == null ? HttpStatus.OK : HttpStatus.CONFLICT)
                        .modelAttribute("checkout", model)
                        .build());
    }

    /** Nothing to order: back to the cart, which says so. */
    private Mono<Rendering> withCart(String cartId, Function<JudgedCart, Mono<Rendering>> with) {
        return viewing.view(cartId)
                .filter(cart -> !cart.lines().isEmpty())
                .flatMap(with)
                .switchIfEmpty(Mono.fromSupplier(() -> redirect("/cart")));
    }

    private static Rendering redirect(String address) {
        return Rendering.redirectTo(address)
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }

    private Trouble trouble(String key, Locale locale) {
        return new Trouble(word(key, locale), word(key + ".detail", locale));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private String newKey() {
        return ids.next(KEY_LENGTH);
    }
}
