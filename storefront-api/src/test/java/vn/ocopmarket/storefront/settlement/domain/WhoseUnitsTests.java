package vn.ocopmarket.storefront.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.settlement.domain.SoldLine.Back;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits.Part;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits.Told;

class WhoseUnitsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 5);

    @Test
    void leavesALineOfOneOwnerAsItIs() {
        var backs = List.of(back("r", 2, 67));

        assertThat(new WhoseUnits(3, 0).parts(Money.dong(100), backs, Map.of()))
                .containsExactly(new Part(Ownership.CONSIGNED, 3, Money.dong(100), backs));
        assertThat(new WhoseUnits(3, 3).parts(Money.dong(100), backs, Map.of()))
                .containsExactly(new Part(Ownership.OWNED, 3, Money.dong(100), backs));
    }

    @Test
    void believesWhatWasEnteredThenWhatCameBackAndGivesTheMarketsOwnBackFirstOtherwise() {
        var backs = List.of(back("unsaid", 1, 10), back("came", 1, 10), back("entered", 1, 10), back("late", 1, 10));
        var told = Map.of("came", new Told(null, 1L), "entered", new Told(0L, 1L));

        // Two of four were the market's own.
        assertThat(ownedBack(new WhoseUnits(4, 2), backs, told))
                .isEqualTo(Map.of("unsaid", 1L, "came", 1L, "entered", 0L, "late", 0L));
        assertThat(ownedBack(new WhoseUnits(4, 1), backs, told))
                .isEqualTo(Map.of("unsaid", 0L, "came", 1L, "entered", 0L, "late", 0L));
        assertThat(ownedBack(new WhoseUnits(4, 3), backs, told))
                .as("no more of a producer's can go back than there were")
                .isEqualTo(Map.of("unsaid", 1L, "came", 1L, "entered", 0L, "late", 1L));
    }

    /** Whatever is entered when, later looks find the same, and both parts add up to the whole. */
    @Test
    void addsUpAndStaysAsItWasEntered() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            var units = 1 + random.nextInt(6);
            var whose = new WhoseUnits(units, random.nextInt(units + 1));
            var paid = Money.dong(1 + random.nextInt(100_000));
            var backs = new ArrayList<Back>();
            var entered = new HashMap<String, Long>();
            var received = new HashMap<String, Long>();
            for (long left = units; left > 0; ) {
                var some = 1 + random.nextInt((int) left);
                left -= some;
                var id = "r" + backs.size();
                backs.add(back(id, some, 1 + random.nextInt(1_000)));
                if (random.nextBoolean()) {
                    received.put(id, (long) random.nextInt(some + 1));
                }
                var parts = whose.parts(paid, backs, told(backs, entered, received));

                assertAddsUp(whose, paid, backs, parts);
                var now = ownedBack(whose, backs, told(backs, entered, received));
                assertThat(now).containsAllEntriesOf(entered);
                now.entrySet().stream()
                        .filter(_ -> random.nextBoolean())
                        .forEach(one -> entered.put(one.getKey(), one.getValue()));
            }
        }
    }

    private static void assertAddsUp(WhoseUnits whose, Money paid, List<Back> backs, List<Part> parts) {
        assertThat(parts).extracting(Part::ownership).isEqualTo(whose.owners());
        assertThat(parts.stream().mapToLong(Part::units).sum()).isEqualTo(whose.units());
        assertThat(parts.stream().map(Part::paid).reduce(Money.ZERO, Money::plus))
                .isEqualTo(paid);
        for (var part : parts) {
            assertThat(part.units()).isPositive();
            assertThat(part.backs()).allMatch(back -> back.units() > 0);
            assertThat(part.backs().stream().mapToLong(Back::units).sum()).isLessThanOrEqualTo(part.units());
        }
        for (var back : backs) {
            var of = parts.stream()
                    .flatMap(part -> part.backs().stream())
                    .filter(each -> each.refundId().equals(back.refundId()))
                    .toList();
            assertThat(of.stream().mapToLong(Back::units).sum()).isEqualTo(back.units());
            assertThat(of.stream().map(Back::amount).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(back.amount());
        }
    }

    private static Map<String, Told> told(List<Back> backs, Map<String, Long> entered, Map<String, Long> received) {
        var told = new HashMap<String, Told>();
        for (var back : backs) {
            @Nullable Long asEntered = entered.get(back.refundId());
            told.put(back.refundId(), new Told(asEntered, received.get(back.refundId())));
        }
        return told;
    }

    private static Map<String, Long> ownedBack(WhoseUnits whose, List<Back> backs, Map<String, Told> told) {
        var owned = new HashMap<String, Long>();
        backs.forEach(back -> owned.put(back.refundId(), 0L));
        whose.parts(Money.dong(1_000), backs, told).stream()
                .filter(part -> part.ownership().isOwned())
                .flatMap(part -> part.backs().stream())
                .forEach(back -> owned.put(back.refundId(), back.units()));
        return owned;
    }

    private static Back back(String id, long units, long amount) {
        return new Back(id, units, Money.dong(amount), true, DAY);
    }
}
