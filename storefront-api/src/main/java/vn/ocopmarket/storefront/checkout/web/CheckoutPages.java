package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.LineProblem;
import vn.ocopmarket.storefront.cart.ViewingCart;
import vn.ocopmarket.storefront.checkout.PreparationOutcome;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.AlreadyOrdered;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Changed;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.FieldsRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.InProgress;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PaymentUnavailable;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.StockGone;
import vn.ocopmarket.storefront.checkout.PreparingCheckout;
import vn.ocopmarket.storefront.checkout.web.CheckoutModel.Trouble;
import vn.ocopmarket.storefront.checkout.web.CheckoutModels.Reader;
import vn.ocopmarket.storefront.checkout.web.CheckoutModels.Shown;
import vn.ocopmarket.storefront.pages.AgeCookie;
import vn.ocopmarket.storefront.pages.CartCookies;

/** The checkout page: one form, which shows the whole price for the chosen place before it can be sent for good. */
@Controller
class CheckoutPages {

    private static final int KEY_LENGTH = 26;

    private final PreparingCheckout preparing;
    private final ViewingCart viewing;
    private final BuyersOwn own;
    private final CheckoutModels models;
    private final GuessedVouchers guessed;
    private final HeldVouchers held;
    private final RandomIds ids;
    private final MessageSource messages;

    CheckoutPages(
            PreparingCheckout preparing,
            ViewingCart viewing,
            BuyersOwn own,
            CheckoutModels models,
            GuessedVouchers guessed,
            HeldVouchers held,
            RandomIds ids,
            MessageSource messages) {
        this.preparing = preparing;
        this.viewing = viewing;
        this.own = own;
        this.models = models;
        this.guessed = guessed;
        this.held = held;
        this.ids = ids;
        this.messages = messages;
    }

    @GetMapping("/checkout")
    Mono<Rendering> form(
            @CookieValue(name = CartCookies.CART, defaultValue = "") String browsers,
            @RequestParam(required = false) @Nullable String voucher,
            ServerHttpRequest request,
            Locale locale) {
        var reader = new Reader(locale, guessed.origin(request));
        return Mono.zip(own.cart(browsers), own.email())
                .flatMap(known -> withCart(
                        known.getT1(),
                        cart -> show(
                                CheckoutForm.empty(voucher, known.getT2()),
                                cart,
                                new Shown(newKey(), Map.of(), null, reader))));
    }

    @PostMapping("/checkout")
    Mono<Rendering> send(
            @CookieValue(name = CartCookies.CART, defaultValue = "") String browsers,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String age,
            @ModelAttribute CheckoutForm form,
            ServerHttpRequest sent,
            Locale locale) {
        return own.cart(browsers).flatMap(cartId -> checkOut(cartId, age, form, sent, locale));
    }

    private Mono<Rendering> checkOut(
            String cartId, @Nullable String age, CheckoutForm form, ServerHttpRequest sent, Locale locale) {
        var reader = new Reader(locale, guessed.origin(sent));
        var key = form.key() == null || form.key().isBlank() ? newKey() : form.key();
        if (form.onlyLooks()) {
            return withCart(cartId, cart -> show(form, cart, new Shown(key, Map.of(), null, reader)));
        }
        if (form.hasNewVoucher() || !form.destination().equals(form.quoted())) {
            var look = trouble("checkout.look-again", locale);
            return withCart(cartId, cart -> show(form, cart, new Shown(key, Map.of(), look, reader)));
        }
        var request = form.request(cartId, key, age, locale);
        return held.outcome(reader.origin(), request, preparing.prepare(request))
                .flatMap(outcome -> answer(outcome, cartId, form, key, reader));
    }

    private Mono<Rendering> answer(
            PreparationOutcome outcome, String cartId, CheckoutForm form, String key, Reader reader) {
        var locale = reader.locale();
        return switch (outcome) {
            case Prepared prepared -> Mono.just(goOn(prepared));
            case AlreadyOrdered(var _, var link) -> Mono.just(redirect(link));
            case FieldsRefused(var refused) -> {
                var wrong = refused.stream()
                        .collect(Collectors.toMap(
                                FieldsRefused.Field::path,
                                field -> word("checkout.field." + field.code(), locale),
                                (one, _) -> one));
                var fields = new Shown(key, wrong, trouble("checkout.fields", locale), reader);
                yield withCart(cartId, cart -> show(form, cart, fields));
            }
            case PreparationRefused refused -> {
                var problem = CheckoutProblems.of(refused, messages, locale);
                var arguments = problem.arguments().toArray();
                var title = messages.getMessage("problem." + problem.type() + ".title", arguments, locale);
                var detail = messages.getMessage("problem." + problem.type() + ".detail", arguments, locale);
                var again = refused instanceof PaymentUnavailable || refused instanceof InProgress ? key : newKey();
                yield withCart(cartId, cart -> {
                    var trouble = new Trouble(title, detail, lines(refused, cart, locale));
                    return show(form, cart, new Shown(again, Map.of(), trouble, reader));
                });
            }
        };
    }

    /** What is the matter with which line, as it was when it was judged, and not as the page shows it a moment later. */
    private List<String> lines(PreparationRefused refused, JudgedCart cart, Locale locale) {
        if (refused instanceof Changed changed) {
            return changed.lines().stream()
                    .flatMap(line -> line.problems().stream()
                            .map(problem -> name(line) + ": " + problem(problem, line.available(), locale)))
                    .toList();
        }
        return refused instanceof StockGone gone
                ? gone.refusals().stream()
                        .map(one -> name(one.sku(), cart) + ": "
                                + problem(
                                        LineProblem.ofStock(one.available(), one.forRecall()), one.available(), locale))
                        .toList()
                : List.of();
    }

    private String problem(LineProblem problem, long available, Locale locale) {
        return messages.getMessage(problem.messageKey(), new Object[] {available}, locale);
    }

    private static String name(String sku, JudgedCart cart) {
        return cart.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .map(CheckoutPages::name)
                .findFirst()
                .orElse(sku);
    }

    private static String name(JudgedLine line) {
        var product = line.product();
        return product == null ? line.sku() : product.name();
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

    private Mono<Rendering> show(CheckoutForm form, JudgedCart cart, Shown shown) {
        return models.of(form, cart, shown)
                .map(model -> Rendering.view("checkout")
                        .status(shown.trouble() == null ? HttpStatus.OK : HttpStatus.CONFLICT)
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
        return new Trouble(word(key, locale), word(key + ".detail", locale), List.of());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private String newKey() {
        return ids.next(KEY_LENGTH);
    }
}
