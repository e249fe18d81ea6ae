package vn.ocopmarket.storefront.promotion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.AlcoholRules;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.Occasion;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.promotion.domain.Discounting;
import vn.ocopmarket.storefront.promotion.domain.Discounting.Applied;
import vn.ocopmarket.storefront.promotion.domain.Discounting.Result;
import vn.ocopmarket.storefront.promotion.domain.Goods;
import vn.ocopmarket.storefront.promotion.domain.Refusal.Why;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.VoucherCode;

/** Says what vouchers take off a basket today; using them is another matter. */
public final class QuotingVouchers {

    /** More than anybody combines. */
    public static final int MOST_AT_ONCE = 5;

    /** For what nobody can have meant as one; it is unknown like any other that there is not. */
    private static final String NO_CODE = "?";

    private final Vouchers vouchers;
    private final Clock clock;

    QuotingVouchers(Vouchers vouchers, Clock clock) {
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /** Codes as they are kept, each once, in order. */
    public static List<String> codes(Collection<String> typed) {
        return typed.stream()
                .filter(text -> !text.isBlank())
                .map(VoucherCode::of)
                .map(code -> code.isEmpty() ? NO_CODE : code)
                .distinct()
                .sorted()
                .toList();
    }

    /** Never empty; without codes nobody is asked. */
    public Mono<Quote> quote(List<String> codes, List<BasketLine> basket) {
        if (codes.isEmpty()) {
            return Mono.just(Quote.NONE);
        }
        if (codes.size() > MOST_AT_ONCE) {
            return Mono.just(refused(VoucherRefusal.of(codes.getLast(), Why.NOT_COMBINABLE)));
        }
        var real = codes.stream().filter(VoucherCode::isCode).toList();
        return vouchers.withCodes(real)
                .map(KeptVoucher::voucher)
                .collectList()
                .map(found -> codes.stream()
                        .filter(code -> found.stream().noneMatch(voucher -> isOf(voucher, code)))
                        .findFirst()
                        .map(unknown -> refused(VoucherRefusal.of(unknown, Why.UNKNOWN)))
                        .orElseGet(() -> quote(found, basket, LocalDate.now(clock))));
    }

    private static boolean isOf(Voucher voucher, String code) {
        return voucher.code().equals(code);
    }

    private static Quote quote(Collection<Voucher> found, List<BasketLine> basket, LocalDate today) {
        var goods = basket.stream().map(line -> goods(line, today)).toList();
        return switch (Discounting.of(found, goods, today)) {
            case Result.Refused(var refusal) -> refused(VoucherRefusal.of(refusal));
            case Result.Discounts discounts ->
                new Quote.Discounted(
                        discounts.vouchers().stream().map(QuotingVouchers::off).toList(),
                        IntStream.range(0, goods.size())
                                .mapToObj(discounts::off)
                                .toList());
        };
    }

    private static Quote refused(VoucherRefusal why) {
        return new Quote.Refused(why);
    }

    private static Quote.Off off(Applied applied) {
        var voucher = applied.voucher();
        return new Quote.Off(
                voucher.code(), voucher.names().vi(), voucher.names().en(), applied.amount());
    }

    private static Goods goods(BasketLine line, LocalDate today) {
        var product = line.product();
        return new Goods(
                line.sku(),
                product.group().code(),
                product.place().provinceCode(),
                product.producer().id(),
                line.price(),
                line.quantity(),
                isPromotable(product, line.sku(), today));
    }

    /** A drink whose group has alcohol and whose strength nobody wrote down is taken for a strong one. */
    private static boolean isPromotable(ProductRecord product, String sku, LocalDate today) {
        var tenths = product.alcoholTenths();
        var unknown = AlcoholRules.GROUPS.contains(product.group().code()) && (tenths == null || tenths <= 0);
        return !unknown
                && !Eligibility.whyNot(product, sku, Occasion.listing(today, Channel.PROMOTION))
                        .contains(Reason.NOT_TO_BE_ADVERTISED);
    }
}
