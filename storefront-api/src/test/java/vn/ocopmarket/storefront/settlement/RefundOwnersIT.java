package vn.ocopmarket.storefront.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.payment.FindBooks;
import vn.ocopmarket.storefront.settlement.Market.Sold;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Finding;
import vn.ocopmarket.storefront.settlement.domain.Finding.Rule;
import vn.ocopmarket.storefront.settlement.domain.Placed;

/** Refunds of lines of both owners, entered by several who do not know the same of them. */
class RefundOwnersIT extends SettledMarket {

    private static final int ROUNDS = 40;
    private static final int GATHERERS = 4;

    /** One knows of the first refund only, the other of a second too, with which a unit of the market's came back. */
    @Test
    void areWhatWasDecidedFirstHoweverMuchTheNextOneKnows() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("an", 2, 100_000, 200_000, 1));
        market.givesBack("o1", "r1", OCTOBER.atDay(8), part(1));
        market.givesBack("o1", "r2", OCTOBER.atDay(9), part(1));
        market.takesBack("o1", "r2", "an", 1);
        var orders = List.copyOf(market.orders.values());
        var knowsLess = knowing(1);
        var knowsAll = knowing(2);

        var ofLess = get(knowsLess.ofOrders(orders));
        var ofAll = get(knowsAll.ofOrders(orders));
        var _ = get(knowsAll.enter(ofAll));
        var _ = get(knowsLess.enter(ofLess));

        assertThat(ofRefunds()).containsOnly(Map.entry("r1", -1L), Map.entry("r2", -1L));
        assertThat(proof()).isEmpty();
    }

    @Test
    void areOneOwnersEachWhateverManyKnowWhoEnterThemAtOnce() {
        var random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            var id = "o" + round;
            market.delivers(id, SEPTEMBER.atDay(5), new Sold("an", 4, 100_000, 400_000, 2));
            for (int refund = 0; refund < 4; refund++) {
                market.givesBack(id, id + "-" + refund, OCTOBER.atDay(8), part(1));
                if (random.nextBoolean()) {
                    market.takesBack(id, id + "-" + refund, "an", random.nextInt(2));
                }
            }
        }

        for (var order : List.copyOf(market.orders.values())) {
            var all = Flux.fromStream(IntStream.rangeClosed(1, GATHERERS).boxed())
                    .flatMap(refunds -> Mono.defer(() -> knowing(refunds).enterOrders(List.of(order)))
                            .subscribeOn(Schedulers.parallel()))
                    .then();
            finish(all);
        }

        var units = ofRefunds();
        assertThat(units)
                .hasSize(ROUNDS * GATHERERS)
                .allSatisfy((_, entered) -> assertThat(entered).isEqualTo(-1));
        assertThat(proof()).isEmpty();
        assertThat(gather()).isZero();
    }

    /** Two refunds by hand: the first is for what was refused at the door, the second for something else. */
    @Test
    void areOfThoseWhoseUnitsWereRefusedAtTheDoor() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("an", 4, 100_000, 400_000, 2));
        market.bringsBack("o1", "an", 1, 0);
        market.givesBack("o1", "r1", OCTOBER.atDay(8), part(1));
        var _ = gather();
        market.givesBack("o1", "r2", OCTOBER.atDay(9), part(1));
        var _ = gather();
        market.delivers("o2", SEPTEMBER.atDay(5), new Sold("an", 5, 100_000, 500_000, 2));
        market.bringsBack("o2", "an", 1, 1);
        market.givesBack("o2", "r3", OCTOBER.atDay(8), part(3));
        var _ = gather();

        assertThat(get(context.getBean(Entries.class)
                        .all()
                        .mapNotNull(Reading::orNull)
                        .map(Placed::entry)
                        .collectList()))
                .filteredOn(Entry::goesBack)
                .extracting(Entry::id, entry -> entry.goods().units())
                .containsExactlyInAnyOrder(
                        tuple("back:o1:r1:S-an", -1L),
                        tuple("owned:back:o1:r2:S-an", -1L),
                        tuple("back:o2:r3:S-an", -1L),
                        tuple("owned:back:o2:r3:S-an", -2L));
        assertThat(proof()).isEmpty();
    }

    /** As it may have been entered before it was decided by anybody. */
    @Test
    void areFoundByTheProofWhenOneRefundIsEnteredUnderBoth() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("an", 2, 100_000, 200_000, 1));
        market.givesBack("o1", "r1", OCTOBER.atDay(8), part(1));
        var _ = gather();
        var entries = database.getCollection("settlementEntries");
        var copy = new Document(get(Mono.from(
                        entries.find(Filters.eq("owned:back:o1:r1:S-an")).first())))
                .append("_id", "back:o1:r1:S-an")
                .append("kind", Entry.Kind.REFUND.name())
                .append("open", true);
        finish(entries.insertOne(copy));

        for (var decided : List.of(true, false)) {
            if (!decided) {
                finish(database.getCollection("settlementRefundOwners").drop());
            }
            assertThat(proof())
                    .extracting(Finding::rule, Finding::about, Finding::expected, Finding::found)
                    .contains(tuple(Rule.ENTRY_IS_SOLD, "back:o1:r1:S-an", 0L, -1L));
        }
    }

    /** What was entered before anything was decided stays what it is. */
    @Test
    void areWhatWasEnteredBeforeAnybodyDecided() {
        market.delivers("o1", SEPTEMBER.atDay(5), new Sold("an", 2, 100_000, 200_000, 1));
        market.givesBack("o1", "r1", OCTOBER.atDay(8), part(1));
        var _ = gather();
        finish(database.getCollection("settlementRefundOwners").drop());
        market.takesBack("o1", "r1", "an", 0);

        assertThat(proof()).isEmpty();
        assertThat(ofRefunds()).containsOnly(Map.entry("r1", -1L));
    }

    @Test
    void areDecidedOnceOnlyFromWhatIsKnown() {
        var owners = context.getBean(OwnersOfRefunds.class);
        var nothing = new OwnersOfRefunds.Decided("o1:S-an", Map.of());
        var one = nothing.and(Map.of("r1", 1L));

        assertThat(get(owners.decide(nothing, Map.of("r1", 1L)))).isTrue();
        assertThat(get(owners.decide(nothing, Map.of("r2", 1L)))).isFalse();
        assertThat(get(owners.decide(one, Map.of("r.2", 0L)))).isTrue();
        assertThat(get(owners.decide(one, Map.of("r3", 0L)))).isFalse();

        assertThat(get(owners.of(List.of("o1:S-an", "o2:S-an")).collectList()))
                .containsExactly(one.and(Map.of("r.2", 0L)));
    }

    private EnteringSales knowing(int refunds) {
        var asked = context.getBean(EnteringSales.Asked.class);
        return new EnteringSales(
                new EnteringSales.Asked(firstOf(refunds), asked.sellers(), market),
                context.getBean(Entries.class),
                context.getBean(OwnersOfRefunds.class),
                context.getBean(Clock.class));
    }

    /** Knows of so many refunds of an order and of no more. */
    private FindBooks firstOf(int refunds) {
        return new FindBooks() {
            @Override
            public Flux<OrderBook> of(Collection<String> orderIds) {
                return market.of(orderIds)
                        .map(book -> new OrderBook(
                                book.orderId(),
                                book.orderNumber(),
                                book.received(),
                                book.back().stream().limit(refunds).toList()));
            }

            @Override
            public Flux<OrderBook> paidByCard(Instant since) {
                return Flux.empty();
            }
        };
    }

    /** How many units are entered, under whichever owner. */
    private Map<String, Long> ofRefunds() {
        var units = new HashMap<String, Long>();
        get(context.getBean(Entries.class)
                        .all()
                        .mapNotNull(Reading::orNull)
                        .map(Placed::entry)
                        .collectList())
                .stream()
                .filter(Entry::goesBack)
                .forEach(entry -> units.merge(
                        entry.id().split(":")[entry.isOwned() ? 3 : 2],
                        entry.goods().units(),
                        Long::sum));
        return units;
    }

    private List<Finding> proof() {
        return get(context.getBean(ProvingSettlement.class).prove()).result().findings();
    }

    private static FindBooks.Part part(long units) {
        return new FindBooks.Part("S-an", units, Money.dong(100_000 * units));
    }
}
