package vn.ocopmarket.storefront.promotion.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.domain.Discounting.Result;
import vn.ocopmarket.storefront.promotion.domain.Refusal.Why;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;

class DiscountingTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Worth TENTH = new Worth.Percent(1_000, Money.dong(1_000_000));

    @Test
    void takesAPartOfThePriceUpToItsCap() {
        var goods = List.of(goods("A", 100_000, 2), goods("B", 33_333, 1));

        assertThat(parts(voucher("TENTH", TENTH), goods)).containsExactly(20_000L, 3_333L);
        assertThat(parts(voucher("LITTLE", new Worth.Percent(1_000, Money.dong(10_000))), goods))
                .containsExactly(8_571L, 1_429L);
    }

    @Test
    void leavesAtLeastHalfOfThePriceOfEveryUnit() {
        var goods = List.of(goods("A", 3, 3), goods("B", 100_001, 1));

        assertThat(parts(voucher("MUCH", new Worth.Fixed(Money.dong(10_000_000))), goods))
                .containsExactly(3L, 50_000L);
        var second = voucher("SECOND", new Worth.Fixed(Money.dong(1_000)));
        assertThat(refused(DiscountingTests.discounts(
                        List.of(voucher("FIRST", new Worth.Fixed(Money.dong(1_000_000))), second), goods)))
                .isEqualTo(Refusal.of("SECOND", Why.MOST_REACHED));
    }

    @Test
    void givesWhatMayNotBePromotedNothing() {
        var spirits = new Goods("R", "14", "86", "p", Money.dong(200_000), 1, false);

        assertThat(parts(
                        voucher("FIXED", new Worth.Fixed(Money.dong(30_000))), List.of(spirits, goods("A", 70_000, 1))))
                .containsExactly(0L, 30_000L);
        assertThat(refused(discounts(List.of(voucher("FIXED", TENTH)), List.of(spirits))))
                .isEqualTo(Refusal.of("FIXED", Why.NOTHING_ELIGIBLE));
    }

    @Test
    void isForTheGoodsItNamesOnly() {
        var scope = new Voucher.Scope(Set.of("09"), Set.of("86"), Set.of("p"));
        var sauces = new Voucher(
                "SAUCE", names(), new Worth.Fixed(Money.dong(5_000)), limits(0), scope, false, State.RUNNING, 0);
        var sauce = new Goods("N", "09", "86", "p", Money.dong(50_000), 1, true);
        var elsewhere = new Goods("M", "09", "01", "p", Money.dong(50_000), 1, true);

        assertThat(parts(sauces, List.of(goods("A", 100_000, 1), sauce, elsewhere)))
                .containsExactly(0L, 5_000L, 0L);
    }

    @Test
    void countsOnlyGoodsItIsForTowardsItsMinimum() {
        var spirits = new Goods("R", "14", "86", "p", Money.dong(900_000), 1, false);
        var voucher = voucher("FROM", TENTH, limits(200_000), false, State.RUNNING);

        assertThat(refused(discounts(List.of(voucher), List.of(spirits, goods("A", 199_999, 1)))))
                .isEqualTo(Refusal.minimum("FROM", Money.dong(200_000)));
        assertThat(parts(voucher, List.of(spirits, goods("A", 200_000, 1)))).containsExactly(0L, 20_000L);
    }

    @Test
    void isUsedAloneWhenItSaysSo() {
        var goods = List.of(goods("A", 100_000, 1));
        var alone = voucher("ALONE", TENTH, limits(0), true, State.RUNNING);

        assertThat(parts(alone, goods)).containsExactly(10_000L);
        assertThat(refused(discounts(List.of(voucher("AAAA", TENTH), alone), goods)))
                .isEqualTo(Refusal.of("ALONE", Why.NOT_COMBINABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21,NOT_YET",
        "2026-12-02,OVER",
        "2026-11-22,",
        "2026-12-01,",
    })
    void countsFromItsFirstDayToItsLast(LocalDate day, @Nullable Why why) {
        var limits = new Voucher.Limits(null, null, DAY, LocalDate.of(2026, 12, 1), Money.ZERO);
        var refusal = voucher("DAYS", TENTH, limits, false, State.RUNNING).refusalOn(day);

        assertThat(refusal == null ? null : refusal.why()).isEqualTo(why);
    }

    @Test
    void isRefusedOnceStoppedOrUsedUp() {
        var tenUses = new Voucher.Limits(10L, 1, DAY, DAY, Money.ZERO);
        var scope = new Voucher.Scope(Set.of(), Set.of(), Set.of());

        assertThat(voucher("GONE", TENTH, limits(0), false, State.ENDED).refusalOn(DAY))
                .isEqualTo(Refusal.of("GONE", Why.STOPPED));
        assertThat(new Voucher("FULL", names(), TENTH, tenUses, scope, false, State.RUNNING, 10).refusalOn(DAY))
                .isEqualTo(Refusal.of("FULL", Why.USED_UP));
    }

    /** Whatever the vouchers and in whatever order: every dong is somewhere, and no unit loses more than half. */
    @Test
    void addsUpForAnyVouchers() {
        var random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            var goods = new ArrayList<Goods>();
            for (int line = 0; line <= random.nextInt(6); line++) {
                goods.add(new Goods(
                        "S" + line,
                        "0" + (1 + random.nextInt(3)),
                        "86",
                        "p",
                        Money.dong(1 + random.nextInt(round % 3 == 0 ? 9 : 300_000)),
                        1 + random.nextInt(9),
                        random.nextInt(5) > 0));
            }
            var vouchers = new ArrayList<Voucher>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                var worth = random.nextBoolean()
                        ? new Worth.Percent(1 + random.nextInt(5_000), Money.dong(1 + random.nextInt(200_000)))
                        : new Worth.Fixed(Money.dong(1 + random.nextInt(200_000)));
                var groups = random.nextBoolean() ? Set.<String>of() : Set.of("01", "02");
                var scope = new Voucher.Scope(groups, Set.of(), Set.of());
                vouchers.add(new Voucher("V00" + i, names(), worth, limits(0), scope, false, State.RUNNING, 0));
            }
            var result = discounts(vouchers, goods);
            assertThat(discounts(vouchers.reversed(), goods)).isEqualTo(result);
            if (result instanceof Result.Discounts discounts) {
                for (int line = 0; line < goods.size(); line++) {
                    var one = goods.get(line);
                    assertThat(discounts.off(line).amount())
                            .isBetween(
                                    0L,
                                    one.promotable()
                                            ? one.quantity() * (one.unitPrice().amount() / 2)
                                            : 0L);
                }
                discounts.vouchers().forEach(applied -> {
                    var worth = goods.stream()
                            .filter(line -> line.promotable()
                                    && applied.voucher().scope().covers(line))
                            .mapToLong(Goods::worth)
                            .sum();
                    assertThat(applied.amount().amount())
                            .isBetween(1L, applied.voucher().worth().of(worth));
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tet 2027,TET2027",
        "'  Giảm-10 ',GIAM10",
        "TẾT2027,TET2027",
        "đặc sản,DACSAN",
    })
    void knowsCodesHoweverTheyAreTyped(String typed, String code) {
        assertThat(VoucherCode.of(typed)).isEqualTo(code);
        assertThat(VoucherCode.isCode(code)).isTrue();
    }

    @Test
    void namesEveryFieldThatCannotBeRight() {
        var draft = new VoucherDraft(
                "A B",
                new Voucher.Names("", "x".repeat(200)),
                new Worth.Percent(5_001, Money.ZERO),
                new Voucher.Limits(0L, 0, DAY, DAY.minusDays(1), Money.dong(-1)),
                new Voucher.Scope(Set.of("27"), Set.of("x"), Set.of("ö")),
                false);

        assertThat(draft.faults(DAY))
                .extracting(VoucherDraft.Fault::field)
                .containsExactlyInAnyOrder(
                        "code",
                        "name",
                        "nameEn",
                        "percent",
                        "cap",
                        "to",
                        "total",
                        "perBuyer",
                        "minimum",
                        "groups",
                        "provinces",
                        "producers");
    }

    private static List<Long> parts(Voucher voucher, List<Goods> goods) {
        var result = discounts(List.of(voucher), goods);
        assertThat(result).isInstanceOf(Result.Discounts.class);
        return ((Result.Discounts) result).vouchers().getFirst().parts();
    }

    private static Refusal refused(Result result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result).refusal();
    }

    private static Result discounts(List<Voucher> vouchers, List<Goods> goods) {
        return Discounting.of(vouchers, goods, DAY);
    }

    private static Goods goods(String sku, long price, long quantity) {
        return new Goods(sku, "01", "86", "p", Money.dong(price), quantity, true);
    }

    private static Voucher voucher(String code, Worth worth) {
        return voucher(code, worth, limits(0), false, State.RUNNING);
    }

    private static Voucher voucher(String code, Worth worth, Voucher.Limits limits, boolean exclusive, State state) {
        var scope = new Voucher.Scope(Set.of(), Set.of(), Set.of());
        return new Voucher(code, names(), worth, limits, scope, exclusive, state, 0);
    }

    private static Voucher.Limits limits(long minimum) {
        return new Voucher.Limits(null, null, DAY, DAY, Money.dong(minimum));
    }

    private static Voucher.Names names() {
        return new Voucher.Names("Mã thử", "A trial");
    }
}
