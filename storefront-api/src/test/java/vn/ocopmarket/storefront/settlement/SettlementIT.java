package vn.ocopmarket.storefront.settlement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.FindBooks;
import vn.ocopmarket.storefront.settlement.Market.Sold;
import vn.ocopmarket.storefront.settlement.domain.Account;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Statement;
import vn.ocopmarket.storefront.settlement.domain.Totals;

/** On a real store: every line is settled once, whoever closes and whenever the process dies. */
class SettlementIT extends SettledMarket {

    /** About as many calls of ports as gathering and closing a month take, with some to spare. */
    private static final int STEPS = 70;

    @Test
    void addsUpToWhatBuyersPaidWhateverWasSoldAndWentBack() {
        var random = new Random(7);
        for (int number = 0; number < 200; number++) {
            sell(random, "o" + number, day(random, SEPTEMBER));
        }
        var september = closed(SEPTEMBER);
        for (int number = 0; number < 200; number += 3) {
            giveBack(random, "o" + number);
        }
        for (int number = 200; number < 300; number++) {
            sell(random, "o" + number, day(random, OCTOBER));
        }
        market.sellsOverTheCounter("c1", OCTOBER.atDay(3), new Sold("ha", 2, 45_000, 90_000));
        var october = closed(OCTOBER);

        assertThat(paid(september) + paid(october) + ownedPaid()).isEqualTo(market.paid());
        assertThat(paid(october))
                .isEqualTo(statements(OCTOBER).stream()
                        .mapToLong(statement ->
                                statement.head().account().sums().paid().amount())
                        .sum());
        assertThat(statements(SEPTEMBER)).allSatisfy(SettlementIT::isTrue);
        assertThat(statements(OCTOBER)).allSatisfy(SettlementIT::isTrue);
        assertEveryEntryIsInOneStatement();
    }

    @Test
    void owesNobodyForWhatTheMarketHadBought() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("an", 5, 100_000, 499_999, 2));
        market.delivers("o2", SEPTEMBER.atDay(5), new Sold("an", 2, 100_000, 200_000, 1));
        market.delivers("o3", SEPTEMBER.atDay(5), new Sold("binh", 1, 70_000, 70_000, 1));
        market.sellsOverTheCounter("c1", SEPTEMBER.atDay(7), new Sold("an", 3, 30_000, 90_000, 2));
        // Nobody says whose this one was, so it was the market's; the one that came back was not.
        market.givesBack("o1", SEPTEMBER.atDay(8), "an", 100_000);
        market.takesBack("o2", "r-o2", "an", 0);
        market.givesBack("o2", SEPTEMBER.atDay(9), "an", 100_000);
        market.givesBack("o3", SEPTEMBER.atDay(9), "binh", 70_000);

        assertThat(closed(SEPTEMBER).sellers()).containsExactly("an");

        assertThat(statements(SEPTEMBER).getFirst().entries())
                .extracting(
                        Entry::kind,
                        entry -> entry.goods().units(),
                        entry -> entry.figures().gross())
                .containsExactlyInAnyOrder(
                        tuple(Entry.Kind.SALE, 3L, Money.dong(300_000)),
                        tuple(Entry.Kind.SALE, 1L, Money.dong(100_000)),
                        tuple(Entry.Kind.COUNTER_SALE, 1L, Money.dong(30_000)),
                        tuple(Entry.Kind.REFUND, -1L, Money.dong(-100_000)));
        assertThat(owned())
                .extracting(
                        Entry::kind,
                        entry -> entry.goods().sku(),
                        entry -> entry.goods().units())
                .containsExactlyInAnyOrder(
                        tuple(Entry.Kind.OWNED_SALE, "S-an", 2L),
                        tuple(Entry.Kind.OWNED_SALE, "S-an", 1L),
                        tuple(Entry.Kind.OWNED_SALE, "S-an", 2L),
                        tuple(Entry.Kind.OWNED_SALE, "S-binh", 1L),
                        tuple(Entry.Kind.OWNED_REFUND, "S-an", -1L),
                        tuple(Entry.Kind.OWNED_REFUND, "S-binh", -1L));
        assertThat(owned()).allMatch(entry -> entry.figures().commission().equals(Money.ZERO));
        assertThat(paid(closed(SEPTEMBER)) + ownedPaid()).isEqualTo(market.paid());
        assertEveryEntryIsInOneStatement();
    }

    private static FindBooks.Part part(String sku, long units, long amount) {
        return new FindBooks.Part(sku, units, Money.dong(amount));
    }

    /** A clerk's refund that was entered as the market's own stays so when goods come back for another that was set aside before. */
    @Test
    void changesNothingThatWasEnteredWhenGoodsComeBackLater() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("an", 2, 100_000, 200_000, 1));
        market.givesBack("o1", "by hand", OCTOBER.atDay(8), part("S-an", 1, 100_000));
        var _ = gather();
        market.takesBack("o1", "return:r1", "an", 1);
        market.givesBack("o1", "return:r1", OCTOBER.atDay(9), part("S-an", 1, 100_000));
        var _ = closed(OCTOBER);

        assertThat(owned())
                .extracting(Entry::id)
                .containsExactlyInAnyOrder("owned:sale:o1:S-an", "owned:back:o1:by hand:S-an");
        assertThat(statements(OCTOBER).getFirst().entries())
                .extracting(Entry::id)
                .containsExactlyInAnyOrder("sale:o1:S-an", "back:o1:return:r1:S-an");
        assertThat(get(context.getBean(ProvingSettlement.class).prove())
                        .result()
                        .findings())
                .isEmpty();
    }

    @Test
    void putsWhatGoesBackLaterIntoTheNextMonthAndChangesNothingThatIsClosed() {
        market.delivers("o1", SEPTEMBER.atDay(30), new Sold("an", 3, 100_000, 270_000));
        var before = closed(SEPTEMBER);
        var statement = statements(SEPTEMBER);

        market.givesBack("o1", OCTOBER.atDay(5), "an", 90_000);
        market.delivers("o2", SEPTEMBER.atDay(30), new Sold("an", 1, 50_000, 50_000));

        assertThat(closed(SEPTEMBER)).isEqualTo(before);
        assertThat(statements(SEPTEMBER)).isEqualTo(statement);
        assertThat(totals(SEPTEMBER).sums().borne()).isEqualTo(Money.dong(30_000));
        var october = closed(OCTOBER);
        assertThat(requireNonNull(october.closing()).totals().sums().refunds()).isEqualTo(Money.dong(-100_000));
        assertThat(statements(OCTOBER).getFirst().entries())
                .extracting(entry -> entry.goods().document())
                .containsExactly("N-o2", "N-o1");
    }

    /** Whether the buyer paid less at the door, or the money for them is still on its way back. */
    @Test
    void paysProducersNothingForWhatWasTakenOut() {
        market.delivers("cash", SEPTEMBER.atDay(3), new Sold("an", 3, 100_000, 270_001));
        market.leavesOut("cash", "an", 1, null);
        market.delivers("card", SEPTEMBER.atDay(3), new Sold("binh", 3, 100_000, 270_001));
        market.leavesOut("card", "binh", 1, 90_001L);
        market.delivers(
                "whole", SEPTEMBER.atDay(3), new Sold("an", 2, 100_000, 180_000), new Sold("cam", 1, 5_000, 5_000));
        market.leavesOut("whole", "cam", 1, null);

        var period = closed(SEPTEMBER);

        assertThat(paid(period)).isEqualTo(market.paid()).isEqualTo(3 * 180_000);
        var accounts = statements(SEPTEMBER).stream().map(Statement::head).toList();
        assertThat(accounts)
                .extracting(
                        head -> head.seller().id(),
                        head -> head.account().sums().turnover().amount(),
                        head -> head.account().sums().paid().amount())
                .containsExactlyInAnyOrder(tuple("an", 400_000L, 360_000L), tuple("binh", 200_000L, 180_000L));
    }

    @Test
    void closesInOrderAndOnlyWhatIsOver() {
        assertThat(get(closing().close(YearMonth.of(2026, 11)))).isInstanceOf(ClosingOutcome.NotOver.class);
        assertThat(closed(OCTOBER).isClosed()).isTrue();
        assertThat(get(closing().close(SEPTEMBER))).isEqualTo(new ClosingOutcome.Passed(OCTOBER));
    }

    @Test
    void saysThatAMonthIsStillBeingEnteredAndChangesNothing() {
        market.delivers("o1", SEPTEMBER.atDay(30), new Sold("an", 1, 100_000, 100_000));
        market.sellsOverTheCounter("c1", OCTOBER.atDay(2), new Sold("an", 1, 45_000, 45_000));
        var reading = context.getBean(GatheringEntries.class);

        assertThat(get(closing().close(SEPTEMBER)))
                .isEqualTo(new ClosingOutcome.Gathering(new GatheringEntries.Progress(false, SEPTEMBER.atDay(30))));
        assertThat(get(context.getBean(ReadingStatements.class).periods().collectList()))
                .isEmpty();

        var _ = gather();
        assertThat(get(reading.progress())).isEqualTo(new GatheringEntries.Progress(true, null));
        market.sellsOverTheCounter("c2", OCTOBER.atDay(2), new Sold("an", 1, 45_000, 45_000));

        assertThat(get(closing().close(OCTOBER))).isInstanceOf(ClosingOutcome.Gathering.class);
        assertThat(get(closing().close(SEPTEMBER))).isInstanceOf(ClosingOutcome.Closed.class);
    }

    @Test
    void entersWhatWasSoldBeforeAnythingWaitedFromWhereItWasLeft() {
        for (int number = 0; number < 250; number++) {
            market.delivers("o" + number, SEPTEMBER.atDay(1), new Sold("an", 1, 10_000, 10_000));
        }
        market.sellsOverTheCounter("c1", OCTOBER.atDay(2), new Sold("an", 1, 45_000, 45_000));
        market.waiting.forget();
        // The first page is asked for, entered and its place kept.
        crashes.dieAt(7, false);
        var unused = context.getBean(GatheringEntries.class)
                .gather()
                .onErrorResume(_ -> Mono.empty())
                .block(PATIENCE);
        assertThat(crashes.restart()).isTrue();
        var place = get(context.getBean(GatheringPlaces.class).find());
        assertThat(place.done()).isFalse();
        assertThat(place.after()).isNotNull();

        assertThat(gather()).isEqualTo(151);

        assertThat(gather()).isZero();
        assertThat(paid(closed(SEPTEMBER)) + paid(closed(OCTOBER))).isEqualTo(market.paid());
    }

    @Test
    void entersTheRestWhenSomethingCannotBeEnteredAndNamesIt() {
        assertThat(gather()).isZero();
        market.unreadable.add("S-binh");
        for (int number = 0; number < 7; number++) {
            market.delivers("b" + number, SEPTEMBER.atDay(1), new Sold("binh", 1, 10_000, 10_000));
        }
        market.delivers("o1", SEPTEMBER.atDay(4), new Sold("an", 1, 70_000, 70_000));
        market.sellsOverTheCounter("c1", SEPTEMBER.atDay(5), new Sold("binh", 1, 45_000, 45_000));
        market.sellsOverTheCounter("c2", SEPTEMBER.atDay(6), new Sold("an", 1, 45_000, 45_000));
        var gathering = context.getBean(GatheringEntries.class);

        assertThat(gather()).isEqualTo(2);

        assertThat(get(gathering.stuck()))
                .extracting(GatheringPlaces.Stuck::document)
                .contains("N-b0", "N-b6", "R-c1")
                .hasSize(8);
        assertThat(get(closing().close(SEPTEMBER))).isInstanceOf(ClosingOutcome.Gathering.class);

        market.unreadable.clear();
        assertThat(gather()).isEqualTo(8);
        assertThat(get(gathering.stuck())).isEmpty();
        assertThat(paid(closed(SEPTEMBER))).isEqualTo(market.paid());
    }

    @Test
    void passesNothingThatWasSoldEarlierAndCannotBeEntered() {
        market.delivers("o1", SEPTEMBER.atDay(3), new Sold("binh", 1, 10_000, 10_000));
        market.waiting.forget();
        market.unreadable.add("S-binh");
        market.delivers("o2", SEPTEMBER.atDay(4), new Sold("an", 1, 70_000, 70_000));
        market.sellsOverTheCounter("c1", SEPTEMBER.atDay(5), new Sold("an", 1, 45_000, 45_000));
        var gathering = context.getBean(GatheringEntries.class);

        assertThat(gathering.gather().toFuture()).failsWithin(PATIENCE);

        assertThat(get(gathering.progress())).isEqualTo(new GatheringEntries.Progress(false, null));
        assertThat(get(gathering.stuck()))
                .extracting(GatheringPlaces.Stuck::document)
                .containsExactly("N-o1");
        market.unreadable.clear();
        assertThat(gather()).isOne();
        assertThat(paid(closed(SEPTEMBER))).isEqualTo(market.paid());
    }

    @Test
    void letsOnlyOneOfTwoMonthsBeginAfterTheSame() {
        market.delivers("o1", SEPTEMBER.minusMonths(1).atDay(30), new Sold("an", 1, 100_000, 100_000));
        var august = closed(SEPTEMBER.minusMonths(1));
        market.givesBack("o1", SEPTEMBER.atDay(5), "an", 100_000);
        market.delivers("o2", OCTOBER.atDay(5), new Sold("an", 1, 50_000, 50_000));
        var _ = gather();
        market.waiting.meanwhile.set(closing().close(SEPTEMBER));

        assertThat(get(closing().close(OCTOBER))).isEqualTo(new ClosingOutcome.Unfinished(SEPTEMBER));

        var october = closed(OCTOBER);
        assertThat(closed(SEPTEMBER).after()).isEqualTo(august.month());
        assertThat(october.after()).isEqualTo(SEPTEMBER);
        assertThat(account(OCTOBER).broughtForward())
                .isEqualTo(account(SEPTEMBER).carriedForward());
        assertThat(account(SEPTEMBER).carriedForward().amount()).isNegative();
    }

    /** The debt of the older one belongs into the younger one. */
    @Test
    void finishesTheOldestFirst() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("an", 1, 100_000, 100_000));
        market.givesBack("o1", SEPTEMBER.atDay(6), "an", 100_000);
        market.delivers("o2", OCTOBER.atDay(6), new Sold("an", 1, 10_000, 10_000));
        var entries = context.getBean(Entries.class);
        var _ = gather();
        // Only what went back is left for September.
        finish(entries.claim(List.of("sale:o1:S-an"), "2026-08:an"));
        var periods = context.getBean(Periods.class);
        var _ = get(periods.begin(new Period(SEPTEMBER, null, List.of("an"), NOVEMBER)));
        var _ = get(periods.begin(new Period(OCTOBER, SEPTEMBER, List.of("an"), NOVEMBER)));

        assertThat(get(closing().finish())).isEqualTo(2);

        assertThat(account(SEPTEMBER).carriedForward().amount()).isNegative();
        assertThat(account(OCTOBER).broughtForward())
                .isEqualTo(account(SEPTEMBER).carriedForward());
    }

    @Test
    void asksTheCatalogueForAFewAtOnceAndForNothingThatIsEntered() {
        for (int number = 0; number < 120; number++) {
            market.delivers("o" + number, SEPTEMBER.atDay(1), new Sold("an" + number, 1, 10_000, 10_000));
        }
        market.forgotten.add("S-an7");

        assertThat(gather()).isEqualTo(120);
        assertThat(market.mostAtOnce.get()).isEqualTo(50);

        market.mostAtOnce.set(0);
        market.orders.keySet().forEach(id -> market.waiting.changed(id, NOVEMBER));
        assertThat(gather()).isZero();
        assertThat(market.mostAtOnce.get()).isZero();
    }

    @Test
    void givesBackToTheSellerOfTheSaleWhateverTheCatalogueSaysToday() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("ha", 2, 100_000, 200_000));
        var _ = closed(SEPTEMBER);
        finish(database.getCollection("settlementEntries")
                .updateOne(Filters.eq("sale:o1:S-ha"), Updates.set("basisPoints", 500)));
        market.forgotten.add("S-ha");
        market.givesBack("o1", OCTOBER.atDay(5), "ha", 100_000);

        var _ = closed(OCTOBER);

        var back = statements(OCTOBER).getFirst().entries().getFirst();
        assertThat(back.seller().kind()).isEqualTo("hộ");
        assertThat(back.figures().basisPoints()).isEqualTo(500);
        assertThat(back.figures().commission()).isEqualTo(Money.dong(-5_000));
    }

    @Test
    void remembersTheYearInWhichEverythingWasSold() {
        var august = SEPTEMBER.minusMonths(1);
        market.delivers("o1", LocalDate.of(2025, 12, 30), new Sold("ha", 1, 100_000_000, 100_000_000));
        var _ = closed(august);
        market.delivers("o2", SEPTEMBER.atDay(5), new Sold("ha", 1, 1_000_000_000, 1_000_000_000));
        var _ = closed(SEPTEMBER);
        market.givesBack("o1", OCTOBER.atDay(1), "ha", 100_000_000);
        market.delivers("o3", OCTOBER.atDay(5), new Sold("ha", 1, 20_000_000, 20_000_000));
        var _ = closed(OCTOBER);

        assertThat(account(august).taxes().vat()).isEqualTo(Money.dong(1_000_000));
        assertThat(account(SEPTEMBER).taxes().vat()).isEqualTo(Money.ZERO);
        assertThat(account(OCTOBER).taxes().vat())
                .as("one per cent of 20 million, less what was withheld of what goes back")
                .isEqualTo(Money.dong(200_000 - 1_000_000));
    }

    @Test
    void leavesOpenWhatNobodyIsKnownToHaveSold() {
        market.forgotten.add("S-an");
        market.sellsOverTheCounter("c1", SEPTEMBER.atDay(3), new Sold("an", 1, 45_000, 45_000));
        market.sellsOverTheCounter("c2", SEPTEMBER.atDay(3), new Sold("ha", 1, 30_000, 30_000));

        assertThat(closed(SEPTEMBER).sellers()).containsExactly("ha");

        assertThat(get(context.getBean(ReadingStatements.class).open()))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.known()).isFalse();
                    assertThat(open.sums().sales()).isEqualTo(Money.dong(45_000));
                });
    }

    @Test
    void letsGoWhatWasClaimedTooLateForAnyMonth() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("an", 1, 100_000, 100_000));
        var _ = closed(SEPTEMBER);
        market.delivers("o2", OCTOBER.atDay(5), new Sold("an", 1, 70_000, 70_000));
        var _ = closed(OCTOBER);
        market.delivers("o3", SEPTEMBER.atDay(6), new Sold("an", 1, 50_000, 50_000));
        var _ = gather();
        finish(context.getBean(Entries.class).claim(List.of("sale:o3:S-an"), "2026-09:an"));
        assertThat(get(context.getBean(ReadingStatements.class).open())).isEmpty();

        assertThat(get(closing().letGo())).isOne();

        assertThat(get(context.getBean(ReadingStatements.class).open())).hasSize(1);
        assertThat(get(closing().letGo())).isZero();
        assertEveryEntryIsInOneStatement();
    }

    /** While orders go on arriving for the same month. */
    @Test
    void settlesEverythingOnceWhenEightCloseAtOnce() {
        var random = new Random(8);
        for (int number = 0; number < 60; number++) {
            sell(random, "o" + number, day(random, SEPTEMBER));
        }
        var _ = gather();
        var late = Flux.range(60, 60)
                .delayElements(Duration.ofMillis(2))
                .doOnNext(number -> sell(random, "o" + number, day(random, SEPTEMBER)))
                .concatMap(_ -> context.getBean(GatheringEntries.class).gather());
        var closer = Mono.defer(() -> closing().close(SEPTEMBER))
                .filter(outcome -> !(outcome instanceof ClosingOutcome.Gathering))
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(5)));
        var closers = Flux.range(0, 8).flatMap(_ -> closer.subscribeOn(Schedulers.boundedElastic()), 8);

        var outcomes = requireNonNull(Flux.merge(late.then(Mono.empty()), closers)
                .cast(ClosingOutcome.class)
                .collectList()
                .block(PATIENCE));

        assertThat(outcomes).hasSize(8).allMatch(ClosingOutcome.Closed.class::isInstance);
        assertThat(outcomes.stream().distinct()).hasSize(1);
        var september = closed(SEPTEMBER);
        var october = closed(OCTOBER);
        assertThat(paid(september) + paid(october) + ownedPaid()).isEqualTo(market.paid());
        assertEveryEntryIsInOneStatement();
    }

    @Test
    void writesTheOthersStatementsWhenOneCannotBeWrittenAndNamesWhoseItIs() {
        for (var producer : PRODUCERS) {
            market.delivers("o-" + producer, SEPTEMBER.atDay(5), new Sold(producer, 1, 10_000, 10_000));
            market.delivers("p-" + producer, OCTOBER.atDay(5), new Sold(producer, 1, 20_000, 20_000));
        }
        var _ = closed(SEPTEMBER);
        var _ = gather();
        var _ = get(context.getBean(Periods.class).begin(new Period(OCTOBER, SEPTEMBER, PRODUCERS, NOVEMBER)));
        // What october's takes its debts from.
        var before = database.getCollection("settlementStatements");
        finish(before.updateOne(Filters.eq("2026-09:binh"), Updates.set("broughtForward", "?")));

        var stuck = (ClosingOutcome.Stuck) get(closing().close(OCTOBER));

        assertThat(stuck.period().troubles())
                .extracting(Period.Trouble::sellerId, Period.Trouble::name)
                .containsExactly(tuple("binh", "binh"));
        assertThat(stuck.period().troubles().getFirst().why()).isNotBlank();
        assertThat(get(context.getBean(Statements.class)
                        .of(OCTOBER)
                        .map(head -> head.seller().id())
                        .collectList()))
                .containsExactlyInAnyOrder("an", "ha");
        assertThat(get(closing().finish())).isOne();
        assertThat(get(closing().close(OCTOBER))).isEqualTo(stuck);

        finish(before.updateOne(Filters.eq("2026-09:binh"), Updates.set("broughtForward", 0L)));
        assertThat(get(closing().finish())).isOne();

        var october = get(context.getBean(Periods.class).find(OCTOBER));
        assertThat(october.isClosed()).isTrue();
        assertThat(october.troubles()).isEmpty();
        assertThat(paid(october)).isEqualTo(60_000);
        assertEveryEntryIsInOneStatement();
    }

    @Test
    void namesNobodyWhenNothingCanBeWritten() {
        var many = IntStream.range(0, 6).mapToObj(number -> "p" + number).toList();
        many.forEach(producer ->
                market.delivers("o-" + producer, SEPTEMBER.atDay(5), new Sold(producer, 1, 10_000, 10_000)));
        var _ = gather();
        var periods = context.getBean(Periods.class);
        var _ = get(periods.begin(new Period(SEPTEMBER, null, many, NOVEMBER)));
        var claims = database.getCollection("settlementEntries");
        finish(claims.updateMany(Filters.empty(), Updates.set("paid", "?")));

        assertThat(closing().close(SEPTEMBER).toFuture()).failsWithin(PATIENCE);
        assertThat(get(periods.find(SEPTEMBER)).troubles()).isEmpty();

        finish(claims.updateMany(Filters.empty(), Updates.set("paid", 10_000L)));
        assertThat(paid(closed(SEPTEMBER))).isEqualTo(60_000);
    }

    static List<Integer> steps() {
        return IntStream.rangeClosed(1, STEPS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void survivesDeathAtEveryStep(int step) {
        for (var afterItTookEffect : List.of(false, true)) {
            var month = afterItTookEffect ? OCTOBER : SEPTEMBER;
            var random = new Random(step);
            for (int number = 0; number < 12; number++) {
                sell(random, month + "-" + number, day(random, month));
            }
            crashes.dieAt(step, afterItTookEffect);
            var unused = context.getBean(GatheringEntries.class)
                    .gather()
                    .then(Mono.defer(() -> closing().close(month)))
                    .onErrorResume(_ -> Mono.empty())
                    .block(PATIENCE);
            var _ = crashes.restart();
            // Sold before the next try, for the same month.
            sell(random, month + "-late", day(random, month));

            var period = closed(month);

            assertThat(totals(month).statements()).isEqualTo(period.sellers().size());
            assertThat(statements(month)).allSatisfy(SettlementIT::isTrue);
        }
        assertThat(gather()).isNotNegative();
        var months = paid(closed(SEPTEMBER)) + paid(closed(OCTOBER));
        var open = get(context.getBean(ReadingStatements.class).open()).stream()
                .mapToLong(account -> account.sums().paid().amount())
                .sum();
        assertThat(months + open + ownedPaid()).isEqualTo(market.paid());
    }

    /** A statement is what its entries come to. */
    private static void isTrue(Statement statement) {
        var account = statement.head().account();
        var gross = statement.entries().stream()
                .mapToLong(entry -> entry.figures().gross().amount())
                .sum();
        var commission = statement.entries().stream()
                .mapToLong(entry -> entry.figures().commission().amount())
                .sum();
        var taxes = account.taxes().vat().plus(account.taxes().incomeTax()).amount();
        assertThat(account.due().amount() + account.carriedForward().amount())
                .isEqualTo(gross - commission - taxes + account.broughtForward().amount());
        assertThat(statement.entries())
                .extracting(entry -> entry.seller().id())
                .containsOnly(statement.head().seller().id());
    }

    private void assertEveryEntryIsInOneStatement() {
        var settled = Flux.just(SEPTEMBER, OCTOBER)
                .concatMapIterable(this::statements)
                .concatMapIterable(Statement::entries)
                .map(Entry::id)
                .collectList()
                .block(PATIENCE);
        assertThat(settled).doesNotHaveDuplicates();
        var all = get(Mono.from(database.getCollection("settlementEntries").countDocuments()));
        var open = get(context.getBean(Entries.class)
                .unsettled(LocalDate.of(9999, 12, 31))
                .count());
        assertThat(requireNonNull(settled).size() + open + owned().size()).isEqualTo(all);
    }

    private Account account(YearMonth month) {
        return statements(month).getFirst().head().account();
    }

    private Totals totals(YearMonth month) {
        return requireNonNull(closed(month).closing()).totals();
    }
}
