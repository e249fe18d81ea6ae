package vn.ocopmarket.storefront.checkout.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import vn.ocopmarket.contract.money.Spread;
import vn.ocopmarket.contract.product.TaxClass;

class MoneyRulesTests {

    private static final long A_LOT = 10_000_000_000L;

    @Property
    void taxInsideAPriceIsTheExactOneRoundedHalfUp(
            @ForAll @LongRange(max = A_LOT) long amount, @ForAll @IntRange(max = 2_000) int basisPoints) {
        var exact = BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(10_000L + basisPoints), 0, RoundingMode.HALF_UP);

        assertThat(TaxRates.inside(amount, basisPoints)).isEqualTo(exact.longValueExact());
    }

    @Property
    void taxOfTheUnitsAddsUpToTheTaxOfTheLine(
            @ForAll @LongRange(max = A_LOT) long tax, @ForAll @LongRange(min = 1, max = 999) long units) {
        var even = Spread.Even.of(tax, units);

        var parts = LongStream.range(0, units).map(unit -> even.perUnit() + (unit < even.unitsWithOneMore() ? 1 : 0));
        assertThat(parts.sum()).isEqualTo(tax);
    }

    @Property
    void aSpreadAmountAddsUpAndNobodyIsADongAwayFromHisShare(
            @ForAll @LongRange(max = 1_000_000_000L) long amount,
            @ForAll @NotEmpty @Size(max = 50) List<@LongRange(min = 1, max = 100_000_000L) Long> weights) {
        var parts = Spread.byLargestRemainder(amount, weights);

        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
        var sum = BigDecimal.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        for (int i = 0; i < parts.size(); i++) {
            var share = BigDecimal.valueOf(amount)
                    .multiply(BigDecimal.valueOf(weights.get(i)))
                    .divide(sum, 9, RoundingMode.HALF_UP);
            assertThat(share.subtract(BigDecimal.valueOf(parts.get(i))).abs()).isLessThan(BigDecimal.ONE);
        }
    }

    @Example
    void largerRemaindersComeFirstAndEqualOnesInOrder() {
        assertThat(Spread.byLargestRemainder(10, List.of(1L, 1L, 1L))).containsExactly(4L, 3L, 3L);
        assertThat(Spread.byLargestRemainder(10, List.of(3L, 3L, 5L))).containsExactly(3L, 3L, 4L);
        assertThatThrownBy(() -> Spread.byLargestRemainder(10, List.of(0L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void ratesAreThoseOfTheDay() {
        var day = LocalDate.of(2026, 12, 31);
        var rates = new TaxRates(List.of(
                new TaxRates.Rate(TaxClass.PROCESSED_FOOD, Set.of(), LocalDate.MIN, day, 800, "REDUCED"),
                new TaxRates.Rate(
                        TaxClass.PROCESSED_FOOD, Set.of(), day.plusDays(1), LocalDate.MAX, 1_000, "STANDARD")));

        assertThat(rates.on(day, TaxClass.PROCESSED_FOOD, "HTX").basisPoints()).isEqualTo(800);
        assertThat(rates.on(day.plusDays(1), TaxClass.PROCESSED_FOOD, "HTX").basisPoints())
                .isEqualTo(1_000);
        assertThatThrownBy(() -> rates.on(day, TaxClass.ALCOHOL, "HTX")).isInstanceOf(IllegalStateException.class);
    }
}
