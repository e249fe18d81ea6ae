package vn.ocopmarket.storefront.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import vn.ocopmarket.contract.money.Money;

class TariffFileTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final List<String> PROVINCES = List.of(
            ("01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82 86 91 92 96")
                    .split(" "));

    private final ShippingQuotes quotes = new TariffQuotes(TariffFile.zones(), TariffFile.tariff());

    @Test
    void goesFromEveryProvinceToEveryOther() {
        assertThat(PROVINCES).hasSize(34);
        for (var from : PROVINCES) {
            for (var to : PROVINCES) {
                var quote = quote(Set.of(from), to, 1_000, 100_000);
                assertThat(quote.fee().amount()).isBetween(20_000L, 35_000L);
                assertThat(quote.zone().equals("SAME_PROVINCE")).isEqualTo(from.equals(to));
            }
        }
    }

    @Test
    void tellsZoneWeightAndFromWhenItIsFree() {
        assertThat(quote(Set.of("01"), "22", 1_200, 100_000))
                .isEqualTo(new Quote("market", "SAME_REGION", 1_200, Money.dong(30_000), Money.dong(500_000)));
        assertThat(quote(Set.of("01"), "79", 4_000, 100_000).fee()).isEqualTo(Money.dong(55_000));
        assertThat(quote(Set.of("01", "86"), "79", 1_200, 500_000).fee()).isEqualTo(Money.ZERO);
    }

    @Test
    void hasWordsForEveryZone() {
        for (var language : List.of("vi", "en")) {
            var words = ResourceBundle.getBundle("messages.shipping", Locale.of(language));
            for (var zone : TariffFile.zones().zones()) {
                assertThat(words.getString("shipping.zone." + zone.name())).isNotBlank();
            }
        }
    }

    @Test
    void weighsWhatDoesNotTellItsWeight() {
        assertThat(TariffFile.packing().rules())
                .allSatisfy(rule -> assertThat(rule.unknown()).isPositive());
    }

    private Quote quote(Set<String> from, String to, long grams, long goods) {
        var answer = new Quote[1];
        StepVerifier.create(quotes.quote(new Parcel(from, to, "", grams, Money.dong(goods), TODAY)))
                .consumeNextWith(quote -> answer[0] = quote)
                .verifyComplete();
        return answer[0];
    }
}
