package vn.ocopmarket.storefront.checkout;

import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.promotion.BasketLine;
import vn.ocopmarket.storefront.promotion.Quote;
import vn.ocopmarket.storefront.promotion.QuotingVouchers;

/** Asks what vouchers take off the lines of a cart. */
public final class AskingVouchers {

    private final QuotingVouchers quoting;

    AskingVouchers(QuotingVouchers quoting) {
        this.quoting = quoting;
    }

    /** Line by line, of lines that can all be bought; nothing off any others. Never empty; without codes nobody is asked. */
    public Mono<Quote> of(List<String> typed, List<JudgedLine> lines) {
        if (!lines.stream().allMatch(JudgedLine::purchasable)) {
            return Mono.just(Quote.NONE);
        }
        return quoting.quote(
                QuotingVouchers.codes(typed),
                lines.stream().map(AskingVouchers::line).toList());
    }

    private static BasketLine line(JudgedLine judged) {
        return new BasketLine(
                Objects.requireNonNull(judged.product()),
                judged.sku(),
                Objects.requireNonNull(judged.price()),
                judged.line().quantity());
    }
}
