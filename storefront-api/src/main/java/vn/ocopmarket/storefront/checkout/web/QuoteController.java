package vn.ocopmarket.storefront.checkout.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.ViewingCart;
import vn.ocopmarket.storefront.checkout.AskingVouchers;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.promotion.Quote;
import vn.ocopmarket.storefront.promotion.QuotingVouchers;

/** Says what the goods of a cart cost with vouchers, before anybody orders; it promises and uses nothing. */
@RestController
class QuoteController {

    private final ViewingCart viewing;
    private final AskingVouchers asking;
    private final GuessedVouchers guessed;
    private final MessageSource messages;

    QuoteController(ViewingCart viewing, AskingVouchers asking, GuessedVouchers guessed, MessageSource messages) {
        this.viewing = viewing;
        this.asking = asking;
        this.guessed = guessed;
        this.messages = messages;
    }

    /** What is asked. */
    record QuoteRequest(
            @NotBlank String cartId,

            @Nullable @Size(max = QuotingVouchers.MOST_AT_ONCE)
            List<@NotBlank @Size(max = 60) String> vouchers) {}

    /**
     * What it would cost now, without delivery.
     *
     * @param goods without vouchers
     * @param discount what all of them take off together
     * @param total the {@code expectedTotal} of a checkout with these vouchers
     * @param purchasable whether it could be ordered as it is; vouchers count only then
     */
    record QuoteView(
            List<LineView> lines,
            Money goods,
            Money discount,
            List<VoucherView> vouchers,
            Money total,
            boolean purchasable) {

        record LineView(String sku, long quantity, Money discount, Money total) {}

        record VoucherView(String code, String name, Money amount) {}
    }

    @PostMapping("/api/v1/checkouts/quotes")
    Mono<QuoteView> quote(@Valid @RequestBody QuoteRequest request, ServerHttpRequest sent, Locale locale) {
        var typed = request.vouchers() == null ? List.<String>of() : request.vouchers();
        return viewing.view(request.cartId())
                .switchIfEmpty(Mono.error(() -> Problem.of("cart-not-found", 404)))
                .flatMap(cart -> quote(typed, cart, sent).map(quote -> switch (quote) {
                    case Quote.Discounted off -> view(cart, off, "en".equals(locale.getLanguage()));
                    case Quote.Refused(var why) -> throw CheckoutProblems.refused(why, messages, locale);
                }));
    }

    private Mono<Quote> quote(List<String> typed, JudgedCart cart, ServerHttpRequest sent) {
        var quote = asking.of(typed, cart.lines());
        return typed.isEmpty() ? quote : guessed.quote(guessed.origin(sent), quote);
    }

    private static QuoteView view(JudgedCart cart, Quote.Discounted off, boolean isEnglish) {
        var lines = IntStream.range(0, cart.lines().size())
                .mapToObj(i -> {
                    var line = cart.lines().get(i);
                    return new QuoteView.LineView(
                            line.sku(),
                            line.line().quantity(),
                            off.off(i),
                            line.total().minus(off.off(i)));
                })
                .toList();
        var vouchers = off.vouchers().stream()
                .map(one -> new QuoteView.VoucherView(one.code(), isEnglish ? one.nameEn() : one.name(), one.amount()))
                .toList();
        return new QuoteView(
                lines, cart.total(), off.total(), vouchers, cart.total().minus(off.total()), cart.purchasable());
    }
}
