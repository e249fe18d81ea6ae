package vn.ocopmarket.storefront.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.settlement.domain.SoldLine.Back;
import vn.ocopmarket.storefront.settlement.domain.Statement.History;
import vn.ocopmarket.storefront.settlement.domain.Withholding.Kept;

class SettlingTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Seller HOUSEHOLD = new Seller("h", "Hộ An", "hộ");
    private static final Seller COOPERATIVE = new Seller("c", "HTX Bình", "HTX");
    private static final long EXEMPT = 1_000_000_000;
    private static final Withholding TAXES = new Withholding(List.of(rate(2025, 2025, 0), rate(2026, 9999, EXEMPT)));

    private static Withholding.Rate rate(int from, int to, long exempt) {
        return new Withholding.Rate(
                Set.of("hộ"), LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31), 100, 50, Money.dong(exempt));
    }

    /** Whatever the prices, vouchers and parts: what went back unit by unit leaves nothing. */
    @Test
    void takesBackExactlyWhatWasSettledWhenEverythingGoesBack() {
        var random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            var units = 1 + random.nextInt(9);
            var price = 1 + random.nextInt(300_000);
            var paid = price * (long) units - random.nextInt(price / 2 + 1);
            var line = line(units, price, paid, 1 + random.nextInt(2_500));

            var entries = line.entries(backs(random, units, paid));

            assertThat(Sums.of(entries).turnover()).isEqualTo(Money.ZERO);
            assertThat(Sums.of(entries).paid()).isEqualTo(Money.ZERO);
            assertThat(Sums.of(entries).commission()).isEqualTo(Money.ZERO);
            assertThat(entries.stream()
                            .mapToLong(entry -> entry.goods().units())
                            .sum())
                    .isZero();
            assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
        }
    }

    /** All units in a random order of parts, each paid for as refunds divide it. */
    private static List<Back> backs(Random random, int units, long paid) {
        var backs = new ArrayList<Back>();
        long left = paid;
        for (int done = 0; done < units; ) {
            var part = 1 + random.nextInt(units - done);
            var amount = done + part == units ? left : Math.min(left, paid / units * part);
            backs.add(new Back("r" + done, part, Money.dong(amount), true, DAY));
            left -= amount;
            done += part;
        }
        return backs;
    }

    @Test
    void waitsForWhatIsOnItsWayBackAndCountsTheSameCommissionThen() {
        var line = line(3, 3_333, 9_999, 777);
        var first = new Back("a", 1, Money.dong(3_333), false, DAY);
        var second = new Back("b", 1, Money.dong(3_333), true, DAY);

        var before = line.entries(List.of(first, second));
        var after = line.entries(List.of(new Back("a", 1, Money.dong(3_333), true, DAY), second));

        assertThat(before).extracting(Entry::id).containsExactly("sale:o:S", "back:o:b:S");
        assertThat(after).extracting(Entry::id).containsExactly("sale:o:S", "back:o:a:S", "back:o:b:S");
        assertThat(after).containsAll(before);
    }

    @Test
    void givesTheProducerTheFullPriceOfWhatAVoucherMadeCheaper() {
        var sums = Sums.of(line(2, 100_000, 150_000, 800).entries(List.of()));

        assertThat(sums.sales()).isEqualTo(Money.dong(200_000));
        assertThat(sums.paid()).isEqualTo(Money.dong(150_000));
        assertThat(sums.borne()).isEqualTo(Money.dong(50_000));
        assertThat(sums.commission()).isEqualTo(Money.dong(16_000));
    }

    @Test
    void withholdsOverAYearExactlyTheTaxOnWhatIsAboveTheExemption() {
        var random = new Random(6);
        for (int round = 0; round < 1_000; round++) {
            long turnover = 0;
            long vat = 0;
            long income = 0;
            for (int month = 1; month <= 12; month++) {
                var sold = random.nextLong(-50_000_000, 250_000_000);
                var kept = TAXES.on(LocalDate.of(2026, month, 28), "Hộ", Money.dong(turnover), Money.dong(sold));
                turnover += sold;
                vat += kept.vat().amount();
                income += kept.incomeTax().amount();
            }
            var taxable = Math.max(0, turnover - EXEMPT);
            assertThat(vat).isEqualTo(Math.round(taxable / 100.0));
            assertThat(income).isEqualTo(Math.floorDiv(taxable * 50 + 5_000, 10_000));
        }
    }

    @Test
    void withholdsByLegalFormAndDate() {
        var sold = Money.dong(10_000_000);

        assertThat(TAXES.on(LocalDate.of(2025, 12, 31), "hộ", Money.ZERO, sold))
                .isEqualTo(new Kept(Money.dong(100_000), Money.dong(50_000)));
        assertThat(TAXES.on(LocalDate.of(2026, 1, 31), "hộ", Money.ZERO, sold)).isEqualTo(Kept.NOTHING);
        assertThat(TAXES.on(LocalDate.of(2025, 12, 31), "HTX", Money.ZERO, sold))
                .isEqualTo(Kept.NOTHING);
        assertThat(TAXES.on(LocalDate.of(2025, 12, 31), "hộ", sold, Money.dong(-10_000_000)))
                .isEqualTo(new Kept(Money.dong(-100_000), Money.dong(-50_000)));
    }

    @Test
    void takesTheMostSpecialCommissionOfTheDay() {
        var from = LocalDate.of(2026, 1, 1);
        var to = LocalDate.of(2026, 12, 31);
        var commissions = new Commissions(List.of(
                new Commissions.Rate("*", "*", from, to, 800),
                new Commissions.Rate("*", "4", from, to, 600),
                new Commissions.Rate("p", "*", LocalDate.of(2026, 7, 1), to, 500)));

        assertThat(commissions.on(DAY, "q", "1")).isEqualTo(800);
        assertThat(commissions.on(DAY, "q", "4")).isEqualTo(600);
        assertThat(commissions.on(DAY, "p", "4")).isEqualTo(500);
        assertThat(commissions.on(LocalDate.of(2026, 6, 30), "p", "4")).isEqualTo(600);
        assertThatThrownBy(() -> commissions.on(LocalDate.of(2027, 1, 1), "p", "4"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void carriesWhatTheProducerOwesIntoTheNextStatement() {
        var sale = line(1, 100_000, 100_000, 1_000).entries(List.of());
        var back = new Back("r", 1, Money.dong(100_000), true, DAY);
        var refund = line(1, 100_000, 100_000, 1_000).entries(List.of(back)).subList(1, 2);

        var owing = statement(refund, History.NONE).account();
        assertThat(owing.due()).isEqualTo(Money.ZERO);
        assertThat(owing.carriedForward()).isEqualTo(Money.dong(-90_000));

        var next = statement(sale, new History(owing.turnover(), owing.carriedForward(), ""))
                .account();
        assertThat(next.net()).isEqualTo(Money.dong(90_000));
        assertThat(next.due()).isEqualTo(Money.ZERO);
        assertThat(next.carriedForward()).isEqualTo(Money.ZERO);
    }

    @Test
    void withholdsByTheLatestLegalFormThatIsKnown() {
        var unknown = new Seller("h", "Hộ An", "");
        var sold = new Entry.Figures(Money.dong(1_000_000), Money.dong(1_000_000), 0, Money.ZERO);
        var goods = new Entry.Goods("OM1", "S", "Mật ong", 1);
        var first = new Entry("a", Entry.Kind.SALE, HOUSEHOLD, goods, DAY, sold);
        var last = new Entry("b", Entry.Kind.SALE, unknown, goods, DAY, sold);
        var year2025 = YearMonth.of(2025, 12);

        var both = Statement.of(year2025, List.of(first, last), History.NONE, TAXES, Instant.EPOCH);
        assertThat(both.head().account().taxes()).isEqualTo(new Kept(Money.dong(20_000), Money.dong(10_000)));
        assertThat(both.head().seller()).isEqualTo(HOUSEHOLD);

        var before = new History(Map.of(), Money.ZERO, "hộ");
        var alone = Statement.of(year2025, List.of(last), before, TAXES, Instant.EPOCH);
        assertThat(alone.head().account().taxes()).isEqualTo(new Kept(Money.dong(10_000), Money.dong(5_000)));
    }

    /** What comes too late for its December, and what goes back of it in the new year. */
    @Test
    void countsForTheYearInWhichItWasSold() {
        var december = LocalDate.of(2026, 12, 30);
        var late = sold("a", december, 300_000_000);
        var ofNewYear = sold("b", LocalDate.of(2027, 1, 5), 400_000_000);
        var before = new History(Map.of(Year.of(2026), Money.dong(EXEMPT - 100_000_000)), Money.ZERO, "");

        var january = Statement.of(YearMonth.of(2027, 1), List.of(late, ofNewYear), before, TAXES, Instant.EPOCH);

        var account = january.head().account();
        assertThat(account.taxes()).isEqualTo(new Kept(Money.dong(2_000_000), Money.dong(1_000_000)));
        assertThat(account.turnover())
                .isEqualTo(Map.of(Year.of(2026), Money.dong(300_000_000), Year.of(2027), Money.dong(400_000_000)));

        var back = new SoldLine(
                        "o",
                        new Entry.Goods("OM1", "S", "Mật ong", 1),
                        Ownership.CONSIGNED,
                        HOUSEHOLD,
                        Money.dong(150_000_000),
                        Money.dong(150_000_000),
                        december,
                        0)
                .entries(List.of(new Back("r", 1, Money.dong(150_000_000), true, LocalDate.of(2027, 2, 3))))
                .getLast();
        var after = new History(
                Map.of(Year.of(2026), Money.dong(EXEMPT + 200_000_000), Year.of(2027), Money.dong(EXEMPT)),
                Money.ZERO,
                "");

        var february = Statement.of(YearMonth.of(2027, 2), List.of(back), after, TAXES, Instant.EPOCH);

        assertThat(february.head().account().taxes()).isEqualTo(new Kept(Money.dong(-1_500_000), Money.dong(-750_000)));
    }

    @Test
    void countsNothingAsGoneBackBeforeItWasSold() {
        var soldOn = LocalDate.of(2027, 1, 2);
        var line = new SoldLine(
                "o",
                new Entry.Goods("OM1", "S", "Mật ong", 2),
                Ownership.CONSIGNED,
                HOUSEHOLD,
                Money.dong(50),
                Money.dong(100),
                soldOn,
                0);

        var back = line.entries(List.of(new Back("r", 1, Money.dong(50), true, LocalDate.of(2026, 12, 31))))
                .getLast();

        assertThat(back.day()).isEqualTo(soldOn);
    }

    /** What was sold in 2025 was not exempt. */
    @Test
    void taxesWhatComesLateAsItsYearWas() {
        var late = sold("a", LocalDate.of(2025, 12, 31), 10_000_000);

        var january = Statement.of(YearMonth.of(2026, 1), List.of(late), History.NONE, TAXES, Instant.EPOCH);

        assertThat(january.head().account().taxes()).isEqualTo(new Kept(Money.dong(100_000), Money.dong(50_000)));
    }

    private static Entry sold(String id, LocalDate day, long amount) {
        var figures = new Entry.Figures(Money.dong(amount), Money.dong(amount), 0, Money.ZERO);
        return new Entry(id, Entry.Kind.SALE, HOUSEHOLD, new Entry.Goods("OM1", "S", "Mật ong", 1), day, figures);
    }

    private static Statement.Head statement(List<Entry> entries, History history) {
        return Statement.of(OCTOBER, entries, history, TAXES, Instant.EPOCH).head();
    }

    private static SoldLine line(long units, long price, long paid, int basisPoints) {
        var seller = units % 2 == 0 ? HOUSEHOLD : COOPERATIVE;
        var goods = new Entry.Goods("OM1", "S", "Mật ong", units);
        return new SoldLine(
                "o", goods, Ownership.CONSIGNED, seller, Money.dong(price), Money.dong(paid), DAY, basisPoints);
    }
}
