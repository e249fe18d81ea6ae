package vn.ocopmarket.storefront.shipping.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippingRulesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 ml|500",
                "Chai 500ml|500",
                "1,5 kg|1500",
                "0.75 lít|750",
                "Gói 250 gam|250",
                "Gói 1.000 g|1000",
                "10 gói x 20 g|200",
                "12 chai × 330 ml|3960",
                "Hộp 1 KG (biếu)|1000",
                "Túi 0,0005 kg|",
                "Chai|",
                "Bộ 3 món|",
                "3 l|3000",
                "500 mlx|"
            })
    void readsWhatIsPrintedOnThePack(String printed, Long grams) {
        var read = NetWeight.gramsIn(printed);

        if (grams == null) {
            assertThat(read).isEmpty();
        } else {
            assertThat(read).hasValue(grams);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "99999999999999999999 kg", "0 g"})
    void readsNothingFromWhatIsNoWeight(String printed) {
        assertThat(NetWeight.gramsIn(printed))
                .satisfiesAnyOf(
                        read -> assertThat(read).isEmpty(),
                        read -> assertThat(read.orElseThrow()).isPositive());
    }

    @Example
    void weighsWithJarsPaddingAndBox() {
        var packing = new Packing(List.of(new Packing.Rule(LocalDate.MIN, LocalDate.MAX, 500, 50, 10, 100)));

        var known = new Packing.Piece(List.of("nothing", "Chai 500 ml"), 2);
        var unknown = new Packing.Piece(List.of("Bộ"), 1);

        assertThat(packing.grams(List.of(known, unknown), DAY)).isEqualTo(100 + 2 * (500 + 50 + 50) + 600);
    }

    @Example
    void takesTheNearestOfAllOrigins() {
        var zones = new Zones(List.of(
                new Zones.Zone("NEAR", null, Set.of(), LocalDate.MIN, LocalDate.MAX),
                new Zones.Zone("REGION", Set.of("01"), Set.of("22"), LocalDate.MIN, LocalDate.MAX),
                new Zones.Zone("FAR", null, null, LocalDate.MIN, LocalDate.MAX)));

        assertThat(zones.between(Set.of("01", "86"), "86", DAY)).isEqualTo("NEAR");
        assertThat(zones.between(Set.of("01", "86"), "22", DAY)).isEqualTo("REGION");
        assertThat(zones.between(Set.of("86"), "22", DAY)).isEqualTo("FAR");
        assertThat(zones.between(Set.of(), "86", DAY)).isEqualTo("FAR");
    }

    @Example
    void chargesByWeightAndNothingForEnoughGoods() {
        var tariff = new Tariff(List.of(bracket(2_000, 20_000, 0), bracket(5_000, 30_000, 4_000)));

        assertThat(fee(tariff, 2_000, 0)).isEqualTo(20_000);
        assertThat(fee(tariff, 2_001, 0)).isEqualTo(30_000);
        assertThat(fee(tariff, 6_001, 0)).isEqualTo(38_000);
        assertThat(fee(tariff, 2_000, 500_000)).isZero();
        assertThat(fee(tariff, 10_001, 500_000)).isEqualTo(54_000);
        assertThatThrownBy(() -> tariff.bracket("B", 1, DAY)).isInstanceOf(IllegalStateException.class);
    }

    @Property
    void neverCostsLessForMoreWeight(@ForAll @LongRange(max = 50_000) long grams) {
        var tariff = new Tariff(List.of(bracket(2_000, 20_000, 0), bracket(5_000, 30_000, 4_000)));

        assertThat(fee(tariff, grams + 1, 0)).isGreaterThanOrEqualTo(fee(tariff, grams, 0));
    }

    private static long fee(Tariff tariff, long grams, long goods) {
        return tariff.bracket("A", grams, DAY).fee(grams, goods);
    }

    private static Tariff.Bracket bracket(long upTo, long amount, long perKilo) {
        return new Tariff.Bracket("A", LocalDate.MIN, LocalDate.MAX, upTo, amount, perKilo, 500_000, 10_000);
    }
}
