package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.checkout.AskingVouchers;
import vn.ocopmarket.storefront.checkout.web.CheckoutModel.Saving;
import vn.ocopmarket.storefront.checkout.web.CheckoutModel.Savings;
import vn.ocopmarket.storefront.checkout.web.CheckoutModels.Reader;
import vn.ocopmarket.storefront.promotion.Quote;
import vn.ocopmarket.storefront.promotion.QuotingVouchers;

/** Says on the checkout page what the codes of a form take off, and why one does not count. */
@Component
class ShowingVouchers {

    private final AskingVouchers asking;
    private final GuessedVouchers guessed;
    private final MessageSource messages;

    ShowingVouchers(AskingVouchers asking, GuessedVouchers guessed, MessageSource messages) {
        this.asking = asking;
        this.guessed = guessed;
        this.messages = messages;
    }

    /** A code that does not count leaves those that do, as far as they still do. */
    Mono<Savings> of(CheckoutForm form, JudgedCart cart, Reader reader) {
        var kept = new Asked(form.kept(), cart, reader);
        if (!form.hasNewVoucher()) {
            return quoted(kept, null, QuotingVouchers.MOST_AT_ONCE);
        }
        var typed = String.valueOf(form.voucher());
        var all = kept.of(Stream.concat(kept.codes().stream(), Stream.of(typed)).toList());
        return quote(all).flatMap(quote -> switch (quote) {
            case Quote.Discounted off
            when off.vouchers().isEmpty() ->
                quoted(
                        kept,
                        messages.getMessage("checkout.voucher.none", null, reader.locale()),
                        QuotingVouchers.MOST_AT_ONCE);
            case Quote.Discounted off -> Mono.just(savings(off, null, reader.locale()));
            case Quote.Refused(var why) ->
                quoted(kept, CheckoutProblems.words(why, messages, reader.locale()), QuotingVouchers.MOST_AT_ONCE);
        });
    }

    /** Which codes somebody asks about. */
    private record Asked(List<String> codes, JudgedCart cart, Reader reader) {

        Asked of(List<String> others) {
            return new Asked(others, cart, reader);
        }

        Asked without(String code) {
            return of(codes.stream().filter(one -> !one.equals(code)).toList());
        }
    }

    private Mono<Quote> quote(Asked asked) {
        var quote = asking.of(asked.codes(), asked.cart().lines());
        return asked.codes().isEmpty() ? quote : guessed.quote(asked.reader().origin(), quote);
    }

    /** One after the other is left out until the others count; of the first it is said why. */
    private Mono<Savings> quoted(Asked asked, @Nullable String trouble, int tries) {
        var locale = asked.reader().locale();
        return quote(asked).flatMap(quote -> switch (quote) {
            case Quote.Discounted off -> Mono.just(savings(off, trouble, locale));
            case Quote.Refused(var why) -> {
                var said = trouble == null ? CheckoutProblems.words(why, messages, locale) : trouble;
                yield tries == 0
                        ? Mono.just(new Savings(List.of(), Savings.NONE.total(), said))
                        : quoted(asked.without(why.code()), said, tries - 1);
            }
        });
    }

    private static Savings savings(Quote.Discounted off, @Nullable String trouble, Locale locale) {
        var isEnglish = "en".equals(locale.getLanguage());
        var each = off.vouchers().stream()
                .map(one -> new Saving(one.code(), isEnglish ? one.nameEn() : one.name(), one.amount()))
                .toList();
        return new Savings(each, off.total(), trouble);
    }
}
