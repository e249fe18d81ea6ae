package vn.ocopmarket.storefront.promotion.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.money.Spread;
import vn.ocopmarket.storefront.promotion.domain.Refusal.Why;

/**
 * What vouchers take off the lines of a basket: each by the full price of the goods it is for, spread over them by largest
 * remainder, and together never more off a unit than the law allows.
 */
public final class Discounting {

    private final List<Goods> goods;
    private final LocalDate day;
    /** What may still be taken off each line. */
    private final long[] left;

    private Discounting(List<Goods> goods, LocalDate day) {
        this.goods = goods;
        this.day = day;
        this.left = goods.stream().mapToLong(line -> line.mostOff(day)).toArray();
    }

    /** What came of it. */
    public sealed interface Result {

        /** In the order of their codes. */
        record Discounts(List<Applied> vouchers) implements Result {

            public Discounts {
                vouchers = List.copyOf(vouchers);
            }

            /** What all of them take off a line. */
            public Money off(int line) {
                return Money.dong(vouchers.stream()
                        .mapToLong(applied -> applied.parts().get(line))
                        .sum());
            }
        }

        /** One of them cannot be used, so none is. */
        record Refused(Refusal refusal) implements Result {}
    }

    /** @param parts what it takes off each line, in dong */
    public record Applied(Voucher voucher, List<Long> parts) {

        public Applied {
            parts = List.copyOf(parts);
        }

        public Money amount() {
            return Money.dong(parts.stream().mapToLong(Long::longValue).sum());
        }
    }

    /** The same for the same vouchers, in whatever order they come. */
    public static Result of(Collection<Voucher> vouchers, List<Goods> goods, LocalDate day) {
        var sorted =
                vouchers.stream().sorted(Comparator.comparing(Voucher::code)).toList();
        for (var voucher : sorted) {
            if (voucher.exclusive() && sorted.size() > 1) {
                return new Result.Refused(Refusal.of(voucher.code(), Why.NOT_COMBINABLE));
            }
        }
        return new Discounting(goods, day).applied(sorted);
    }

    private Result applied(List<Voucher> vouchers) {
        var applied = new ArrayList<Applied>();
        for (var voucher : vouchers) {
            var prices = prices(voucher.scope());
            var worth = prices.stream().reduce(0L, Math::addExact);
            var refusal = refusal(voucher, worth);
            if (refusal != null) {
                return new Result.Refused(refusal);
            }
            var parts = take(voucher.worth().of(worth), prices);
            if (Arrays.stream(parts).sum() == 0) {
                return new Result.Refused(Refusal.of(voucher.code(), Why.MOST_REACHED));
            }
            applied.add(new Applied(voucher, Arrays.stream(parts).boxed().toList()));
        }
        return new Result.Discounts(applied);
    }

    /** Of the lines that it is for; nothing of the others. */
    private List<Long> prices(Voucher.Scope scope) {
        return goods.stream()
                .map(line -> line.promotable() && scope.covers(line) ? line.worth() : 0L)
                .toList();
    }

    private @Nullable Refusal refusal(Voucher voucher, long worth) {
        var onThatDay = voucher.refusalOn(day);
        if (onThatDay != null) {
            return onThatDay;
        }
        if (worth == 0) {
            return Refusal.of(voucher.code(), Why.NOTHING_ELIGIBLE);
        }
        var minimum = voucher.limits().minimum();
        return worth < minimum.amount() ? Refusal.minimum(voucher.code(), minimum) : null;
    }

    /** In proportion to the prices; what is too much for a line goes to those that have room. */
    private long[] take(long wanted, List<Long> prices) {
        var parts = new long[prices.size()];
        var rest = wanted;
        while (rest > 0) {
            var open = new ArrayList<Long>();
            for (int i = 0; i < parts.length; i++) {
                open.add(left[i] > 0 ? prices.get(i) : 0L);
            }
            if (open.stream().allMatch(price -> price == 0)) {
                break;
            }
            var shares = Spread.byLargestRemainder(rest, open);
            for (int i = 0; i < parts.length; i++) {
                var part = Math.min(shares.get(i), left[i]);
                parts[i] += part;
                left[i] -= part;
                rest -= part;
            }
        }
        return parts;
    }
}
