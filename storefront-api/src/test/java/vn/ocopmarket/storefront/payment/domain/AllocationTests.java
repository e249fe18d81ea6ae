package vn.ocopmarket.storefront.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Allocation.Bought;
import vn.ocopmarket.storefront.payment.domain.Allocation.Result;
import vn.ocopmarket.storefront.payment.domain.Allocation.Wanted;
import vn.ocopmarket.storefront.payment.domain.Refund.Part;

class AllocationTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void dividesEvenlyWithTheOddDongFirst() {
        var line = List.of(new Bought("S", 3, Money.dong(100)));

        assertThat(Allocation.of(line, List.of(), List.of(new Wanted("S", 1))))
                .isEqualTo(new Result.Parts(List.of(new Part("S", 1, Money.dong(34)))));
        assertThat(Allocation.of(line, List.of(), List.of(new Wanted("S", 2))))
                .isEqualTo(new Result.Parts(List.of(new Part("S", 2, Money.dong(67)))));
    }

    @Test
    void givesNoUnitBackTwice() {
        var line = List.of(new Bought("S", 3, Money.dong(100)));
        var two = paid(Money.dong(100)).refunding("r", List.of(new Part("S", 2, Money.dong(67))), "why", "clerk");

        var refunds = two.orElseThrow().refunds();
        assertThat(Allocation.of(line, refunds, List.of(new Wanted("S", 2)))).isEqualTo(new Result.TooMuch("S", 1));
        assertThat(Allocation.of(line, refunds, List.of(new Wanted("T", 1)))).isEqualTo(new Result.TooMuch("T", 0));
        assertThat(Allocation.of(line, refunds, List.of(new Wanted("S", 0)))).isEqualTo(new Result.TooMuch("S", 1));
    }

    @Test
    void countsAnItemThatIsNamedTwiceTogether() {
        var line = List.of(new Bought("S", 3, Money.dong(100)));
        var twice = List.of(new Wanted("S", 1), new Wanted("S", 1));
        var tooOften = List.of(new Wanted("S", 2), new Wanted("S", 2));
        var beyondNumbers = List.of(new Wanted("S", 3), new Wanted("S", Long.MAX_VALUE));

        assertThat(Allocation.of(line, List.of(), twice))
                .isEqualTo(new Result.Parts(List.of(new Part("S", 2, Money.dong(67)))));
        assertThat(Allocation.of(line, List.of(), tooOften)).isEqualTo(new Result.TooMuch("S", 3));
        assertThat(Allocation.of(line, List.of(), beyondNumbers)).isEqualTo(new Result.TooMuch("S", 3));
        assertThat(Allocation.of(line, List.of(), List.of(new Wanted("S", 3), new Wanted("S", -1))))
                .isEqualTo(new Result.TooMuch("S", 3));
    }

    /** Baskets with discounts that divide into nothing, given back a few units at a time in any order. */
    @Test
    void addsUpToExactlyWhatWasPaidForTenThousandBaskets() {
        var random = new Random(20_261_122);
        for (int basket = 0; basket < 10_000; basket++) {
            var bought = basket(random);
            var total = bought.stream().map(Bought::paid).reduce(Money.ZERO, Money::plus);
            var payment = paid(total);
            var units = units(bought, random);
            int refund = 0;
            while (!units.isEmpty()) {
                var several = units.subList(0, 1 + random.nextInt(Math.min(4, units.size())));
                payment = refund(payment, "r" + refund++, bought, several);
                several.clear();
            }
            assertThat(payment.refundable()).isEqualTo(Money.ZERO);
            assertThat(payment.refunds().stream().map(Refund::amount).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(total);
            assertThat(payment.isSound()).isTrue();
        }
    }

    private static List<Bought> basket(Random random) {
        var bought = new ArrayList<Bought>();
        for (int line = 0; line <= random.nextInt(5); line++) {
            bought.add(new Bought("S" + line, 1 + random.nextInt(7), Money.dong(1_000 + random.nextInt(300_000))));
        }
        return bought;
    }

    private static List<String> units(List<Bought> bought, Random random) {
        var units = new ArrayList<String>();
        bought.forEach(line -> {
            for (int unit = 0; unit < line.units(); unit++) {
                units.add(line.item());
            }
        });
        Collections.shuffle(units, random);
        return units;
    }

    private static Payment refund(Payment payment, String id, List<Bought> bought, List<String> units) {
        var wanted = units.stream()
                .distinct()
                .map(item ->
                        new Wanted(item, units.stream().filter(item::equals).count()))
                .toList();
        var parts = ((Result.Parts) Allocation.of(bought, payment.refunds(), wanted)).parts();
        return payment.refunding(id, parts, "why", "clerk").orElseThrow();
    }

    private static Payment paid(Money amount) {
        var terms = new PaymentTerms("o1", "N1", amount, null, "s", "c", NOW, Locale.ROOT);
        return Payment.begin(terms, new PaymentState.Transfer("N101")).transferred("n1", amount, NOW);
    }
}
