package vn.ocopmarket.storefront.settlement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.Market.Sold;
import vn.ocopmarket.storefront.settlement.domain.Comparison.MonthProof;
import vn.ocopmarket.storefront.settlement.domain.Finding;
import vn.ocopmarket.storefront.settlement.domain.Finding.Rule;

/** On a real store: what is right holds, and whatever is made wrong is found. */
class SettlementProofIT extends SettledMarket {

    private static final String ENTRIES = "settlementEntries";
    private static final String STATEMENTS = "settlementStatements";
    private static final String PERIODS = "settlementPeriods";
    private static final String SOLD = "sale:o1:S-an";

    @BeforeEach
    void trade() {
        market.delivers(
                "o1", SEPTEMBER.atDay(5), new Sold("an", 2, 100_000, 190_000), new Sold("ha", 1, 50_000, 50_000));
        market.delivers("o2", SEPTEMBER.atDay(6), new Sold("binh", 1, 70_000, 70_000));
        market.sellsOverTheCounter("c1", SEPTEMBER.atDay(7), new Sold("ha", 2, 45_000, 90_000));
        var _ = closed(SEPTEMBER);
        // More than is sold in October, so that a debt is carried.
        market.givesBack("o2", OCTOBER.atDay(2), "binh", 70_000);
        market.delivers("o3", OCTOBER.atDay(9), new Sold("an", 1, 30_000, 30_000));
        var _ = closed(OCTOBER);
        market.delivers("o4", OCTOBER.plusMonths(1).atDay(1), new Sold("binh", 1, 20_000, 15_000));
        var _ = gather();
    }

    @Test
    void holdsOverMonthsAndWhatIsOpen() {
        var proof = prove();

        assertThat(proof.result().findings()).isEmpty();
        assertThat(proof.healed()).isZero();
        assertThat(proof.moving()).isFalse();
        assertThat(proof.result().months())
                .containsExactly(month("", 15_000), month("2026-09", 400_000), month("2026-10", -40_000));
        assertThat(proof.result().months().stream()
                        .mapToLong(month -> month.bought().amount())
                        .sum())
                .isEqualTo(market.paid());
        assertThat(proof.result().sold()).isEqualTo(5);
        assertThat(proof.result().entries()).isEqualTo(7);
        assertThat(get(context.getBean(ProvingSettlement.class).last())).isEqualTo(proof);
    }

    @Test
    void givesAllWhoAskMeanwhileTheSameProof() {
        var proving = context.getBean(ProvingSettlement.class);

        var proofs = get(Flux.range(0, 4).flatMap(_ -> proving.prove()).collectList());

        assertThat(proofs).hasSize(4).allSatisfy(proof -> assertThat(proof).isSameAs(proofs.getFirst()));
        assertThat(get(proving.prove())).isNotSameAs(proofs.getFirst());
    }

    @Test
    void makesAProofToItsEndWhenNobodyWaitsForItAnyMore() {
        var kept = database.getCollection("settlementProofs");

        context.getBean(ProvingSettlement.class).prove().subscribe().dispose();

        eventually(() -> assertThat(get(Mono.from(kept.countDocuments()))).isOne());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Rule.ENTRY_IS_SOLD, "2026-09", ENTRIES, SOLD, Updates.inc("paid", 1L)),
                Arguments.of(Rule.STATEMENT_ADDS_UP, "2026-09", ENTRIES, SOLD, Updates.inc("commission", 1L)),
                Arguments.of(Rule.ENTRY_IS_SOLD, "2026-09", ENTRIES, SOLD, Updates.inc("units", 1L)),
                Arguments.of(Rule.ENTRY_IS_SOLD, "", ENTRIES, "sale:o4:S-binh", Updates.inc("gross", 1L)),
                Arguments.of(Rule.MONEY, "", ENTRIES, "sale:o4:S-binh", Updates.inc("paid", 1L)),
                Arguments.of(Rule.IN_ONE_PLACE, "2026-09", ENTRIES, SOLD, Updates.set("open", true)),
                Arguments.of(Rule.IN_ONE_PLACE, "2026-09", ENTRIES, SOLD, Updates.set("statement", "2026-10:an")),
                Arguments.of(Rule.IN_ONE_PLACE, "", ENTRIES, "sale:o4:S-binh", Updates.unset("open")),
                Arguments.of(Rule.IN_ONE_PLACE, "2026-07", ENTRIES, SOLD, Updates.set("statement", "2026-07:an")),
                Arguments.of(Rule.STATEMENT_ADDS_UP, "2026-09", STATEMENTS, "2026-09:an", Updates.inc("sales", 1L)),
                Arguments.of(Rule.MONTH_ADDS_UP, "2026-09", STATEMENTS, "2026-09:an", Updates.inc("paid", -1L)),
                Arguments.of(
                        Rule.DEBT_IS_CARRIED, "2026-10", STATEMENTS, "2026-10:an", Updates.inc("broughtForward", -1L)),
                Arguments.of(Rule.MONEY, "2026-10", PERIODS, "2026-10", Updates.inc("closing.paid", 1L)),
                Arguments.of(Rule.MONTH_ADDS_UP, "2026-10", PERIODS, "2026-10", Updates.inc("closing.due", 1L)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsWhatIsMadeWrong(Rule rule, String month, String collection, String id, Bson fault) {
        finish(database.getCollection(collection).updateOne(Filters.eq(id), fault));

        var proof = prove();

        assertThat(proof.holds()).isFalse();
        assertThat(proof.result().findings())
                .extracting(Finding::rule, Finding::month)
                .contains(tuple(rule, month));
        assertThat(context.getBean(MeterRegistry.class)
                        .get("settlement.proof.findings")
                        .gauge()
                        .value())
                .isNaN();
        finish(context.getBean(NightlySettlementProof.class).look());
        assertThat(context.getBean(MeterRegistry.class)
                        .get("settlement.proof.findings")
                        .gauge()
                        .value())
                .isEqualTo(proof.result().findings().size());
    }

    static Stream<Arguments> faultsOfTheMarketsOwn() {
        return Stream.of(
                Arguments.of(Rule.IN_ONE_PLACE, Updates.set("open", true)),
                Arguments.of(Rule.IN_ONE_PLACE, Updates.set("statement", "2026-09:an")),
                Arguments.of(Rule.ENTRY_IS_SOLD, Updates.inc("units", 1L)),
                Arguments.of(Rule.ENTRY_IS_SOLD, Updates.inc("commission", 1L)),
                Arguments.of(Rule.MONEY, Updates.inc("paid", 1L)));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheMarketsOwn")
    void accountsForWhatTheMarketHadBought(Rule rule, Bson fault) {
        market.delivers("o5", OCTOBER.plusMonths(1).atDay(1), new Sold("an", 3, 20_000, 59_999, 2));
        var sound = prove();
        assertThat(sound.result().findings()).isEmpty();
        assertThat(sound.result().months()).contains(month("OWNED", 39_999), month("", 35_000));

        finish(database.getCollection(ENTRIES).updateOne(Filters.eq("owned:sale:o5:S-an"), fault));

        assertThat(prove().result().findings())
                .extracting(Finding::rule, Finding::month)
                .contains(tuple(rule, "OWNED"));
    }

    @Test
    void entersWhatTheMarketHadBoughtWhenItIsMissing() {
        market.delivers("o5", OCTOBER.plusMonths(1).atDay(1), new Sold("an", 3, 20_000, 59_999, 2));
        var _ = prove();
        finish(database.getCollection(ENTRIES).deleteOne(Filters.eq("owned:sale:o5:S-an")));

        assertThat(prove().healed()).isOne();

        assertThat(prove().result().months()).contains(month("OWNED", 39_999), month("", 35_000));
    }

    @Test
    void findsAnEntryThatNobodyBought() {
        var entries = database.getCollection(ENTRIES);
        var copy = requireNonNull(
                Mono.from(entries.find(Filters.eq("sale:o4:S-binh")).first()).block(PATIENCE));
        finish(entries.insertOne(new Document(copy).append("_id", "sale:o9:S-binh")));

        assertThat(prove().result().findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(Rule.MONEY, Rule.NOTHING_ELSE);
    }

    @Test
    void entersAgainWhatIsMissing() {
        finish(database.getCollection(ENTRIES).deleteOne(Filters.eq("sale:o4:S-binh")));

        assertThat(prove().healed()).isOne();

        var again = prove();
        assertThat(again.holds()).isTrue();
        assertThat(again.healed()).isZero();
    }

    /** It counts where its statement says, so that entering it again makes it count twice. */
    @Test
    void tellsOfAnEntryThatIsMissingInItsStatement() {
        finish(database.getCollection(ENTRIES).deleteOne(Filters.eq(SOLD)));

        assertThat(prove().result().findings())
                .extracting(Finding::rule, Finding::month)
                .contains(tuple(Rule.IN_ONE_PLACE, "2026-09"));
    }

    /** While orders arrive and are gathered. */
    @Test
    void cannotBeMisledByWhatHappensMeanwhile() {
        var random = new Random(9);
        var trade = Flux.range(10, 80)
                .delayElements(Duration.ofMillis(3))
                .doOnNext(number -> sell(random, "o" + number, OCTOBER.atDay(3)))
                .concatMap(_ -> context.getBean(GatheringEntries.class).gather());
        var proofs = Flux.range(0, 6)
                .concatMap(_ -> context.getBean(ProvingSettlement.class).prove())
                .subscribeOn(Schedulers.boundedElastic());

        var made = requireNonNull(Flux.merge(trade.then(Mono.empty()), proofs)
                .cast(SettlementProof.class)
                .collectList()
                .block(PATIENCE));

        assertThat(made).hasSize(6).allMatch(SettlementProof::holds);
        var last = prove();
        assertThat(last.result().findings()).isEmpty();
        assertThat(last.result().months().stream()
                        .mapToLong(month -> month.settled().amount())
                        .sum())
                .isEqualTo(market.paid());
    }

    /** Whatever is sold and entered after entries, or after orders, were read. */
    @Test
    void isNotMisledByWhatIsEnteredAtAnyMoment() {
        var number = new AtomicInteger();
        Mono<?> sale = Mono.defer(() -> {
            // Before and behind where the proof is.
            market.delivers("a" + number.incrementAndGet(), OCTOBER.atDay(9), new Sold("an", 1, 30_000, 30_000));
            market.delivers("z" + number.get(), OCTOBER.atDay(9), new Sold("an", 2, 30_000, 59_999, 1));
            return context.getBean(GatheringEntries.class).gather();
        });
        market.waiting.beforeAPage.set(sale);
        market.afterOrders.set(sale);

        var proof = prove();

        assertThat(number).hasPositiveValue();
        assertThat(proof.result().findings()).isEmpty();
        market.waiting.beforeAPage.set(Mono.empty());
        market.afterOrders.set(Mono.empty());
        assertThat(prove().result().findings()).isEmpty();
    }

    /** As when somebody entered it meanwhile, with what the catalogue said a moment ago. */
    @Test
    void looksAgainBeforeItCallsAnEntryWrong() {
        var entries = database.getCollection(ENTRIES);
        finish(entries.updateOne(Filters.eq("sale:o4:S-binh"), Updates.inc("commission", 1L)));
        market.waiting.beforeAnotherLook.set(
                Mono.from(entries.updateOne(Filters.eq("sale:o4:S-binh"), Updates.inc("commission", -1L))));

        assertThat(prove().result().findings()).isEmpty();
    }

    @Test
    void tellsWhatCannotBeEnteredAndProvesTheRest() {
        market.delivers("o5", OCTOBER.atDay(8), new Sold("an", 1, 30_000, 30_000), new Sold("cam", 1, 5_000, 5_000));
        var _ = gather();
        finish(database.getCollection(ENTRIES).deleteOne(Filters.eq("sale:o5:S-cam")));
        market.unreadable.add("S-cam");
        market.delivers("o6", OCTOBER.atDay(8), new Sold("cam", 1, 6_000, 6_000));
        market.sellsOverTheCounter("c2", OCTOBER.atDay(8), new Sold("cam", 1, 7_000, 7_000));
        finish(database.getCollection(ENTRIES).updateOne(Filters.eq(SOLD), Updates.inc("units", 1L)));

        var proof = prove();

        assertThat(proof.result().findings())
                .filteredOn(finding -> finding.rule() == Rule.NOT_ENTERED)
                .extracting(Finding::about)
                .containsExactlyInAnyOrder("N-o5", "N-o6", "R-c2");
        assertThat(proof.result().findings())
                .filteredOn(finding -> finding.rule() != Rule.NOT_ENTERED)
                .isNotEmpty()
                .allMatch(finding -> finding.about().equals(SOLD));
        assertThat(get(context.getBean(SettlementProofs.class).last())).isEqualTo(proof);
        market.unreadable.clear();
        finish(database.getCollection(ENTRIES).updateOne(Filters.eq(SOLD), Updates.inc("units", -1L)));
        assertThat(prove().holds()).isTrue();
    }

    /** What was sold before anything waited stops gathering, and is no reason to prove nothing. */
    @Test
    void provesWhatIsThereThoughGatheringStops() {
        finish(database.getCollection("settlementGathering").drop());
        market.delivers("o5", OCTOBER.atDay(8), new Sold("cam", 1, 5_000, 5_000));
        market.waiting.forget();
        market.unreadable.add("S-cam");

        assertThat(prove().result().findings())
                .extracting(Finding::rule, Finding::about)
                .containsExactly(tuple(Rule.NOT_ENTERED, "N-o5"));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("2026-09", STATEMENTS, "2026-09:an", Updates.unset("seller")),
                Arguments.of("2026-09", STATEMENTS, "2026-09:an", Updates.set("period", 9)),
                Arguments.of("2026-09", STATEMENTS, "2026-09:binh", Updates.set("paid", "much")),
                Arguments.of("2026-09", STATEMENTS, "2026-09:an", Updates.set("entries", List.of(new Document()))),
                Arguments.of("2026-10", STATEMENTS, "2026-10:an", Updates.unset("closedAt")),
                Arguments.of("2026-10", PERIODS, "2026-10", Updates.set("sellers", "an")),
                Arguments.of("2026-09", PERIODS, "2026-09", Updates.unset("begunAt")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesWhatCannotBeReadAndProvesTheRest(String month, String collection, String id, Bson fault) {
        var sound = prove();
        finish(database.getCollection(collection).updateOne(Filters.eq(id), fault));

        var proof = prove();

        assertThat(proof.result().findings()).singleElement().satisfies(finding -> {
            assertThat(finding)
                    .extracting(Finding::rule, Finding::month, Finding::about)
                    .containsExactly(Rule.READABLE, month, id);
            assertThat(finding.why()).isNotBlank();
        });
        assertThat(proof.result().sold()).isEqualTo(sound.result().sold());
        assertThat(proof.result().entries()).isEqualTo(sound.result().entries());
        assertThat(get(context.getBean(SettlementProofs.class).last())).isEqualTo(proof);

        // Whatever else is wrong is found beside it.
        finish(database.getCollection(ENTRIES).updateOne(Filters.eq("sale:o4:S-binh"), Updates.inc("gross", 1L)));
        assertThat(prove().result().findings()).extracting(Finding::rule).contains(Rule.READABLE, Rule.ENTRY_IS_SOLD);
    }

    /** Its sale names it, and so does the statement that has a copy of it. */
    @ParameterizedTest
    @CsvSource({"sale:o4:S-binh,N-o4", "sale:o1:S-an,N-o1", "counter:c1:S-ha,R-c1"})
    void namesAnEntryThatCannotBeReadAndItsSale(String id, String document) {
        finish(database.getCollection(ENTRIES).updateOne(Filters.eq(id), Updates.unset("paid")));

        assertThat(prove().result().findings())
                .extracting(Finding::rule, Finding::about)
                .containsExactlyInAnyOrder(tuple(Rule.READABLE, id), tuple(Rule.NOT_ENTERED, document));
    }

    @Test
    void gathersAndProvesTheRestWhenAnOrderCannotBeRead() {
        market.delivers("o5", OCTOBER.plusMonths(1).atDay(1), new Sold("an", 1, 10_000, 10_000));
        market.sellsOverTheCounter("c2", OCTOBER.plusMonths(1).atDay(1), new Sold("an", 1, 7_000, 7_000));
        market.waiting.broken.addAll(List.of("o1", "o5", "c2"));
        market.delivers("o6", OCTOBER.plusMonths(1).atDay(1), new Sold("an", 1, 10_000, 10_000));

        assertThat(gather()).isOne();

        var gathering = context.getBean(GatheringEntries.class);
        assertThat(get(gathering.stuck()))
                .extracting(GatheringPlaces.Stuck::document)
                .containsExactlyInAnyOrder("N-o5", "N-c2");
        assertThat(get(gathering.progress()).waitingSince())
                .isEqualTo(OCTOBER.plusMonths(1).atDay(1));
        market.waiting.broken.remove("c2");
        assertThat(prove().result().findings())
                .extracting(Finding::rule, Finding::about)
                .containsExactlyInAnyOrder(tuple(Rule.READABLE, "N-o1"), tuple(Rule.READABLE, "N-o5"));
        market.waiting.broken.clear();
        assertThat(gather()).isOne();
        assertThat(prove().holds()).isTrue();
    }

    private SettlementProof prove() {
        return get(context.getBean(ProvingSettlement.class).prove());
    }

    private static MonthProof month(String month, long amount) {
        return new MonthProof(month, Money.dong(amount), Money.dong(amount));
    }
}
