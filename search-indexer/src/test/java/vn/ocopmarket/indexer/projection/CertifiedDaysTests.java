package vn.ocopmarket.indexer.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.search.ProductDocument.DayRange;
import vn.ocopmarket.indexer.Sample;

/** Random histories of certificates, each compared with the one truth day by day. */
class CertifiedDaysTests {

    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final int DAYS = 160;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreeWithTheCertificatesOnEveryDay(long seed) {
        var product = randomProduct(new Random(seed));
        var days = new CertifiedDays(product);
        var byStars = List.of(days.withStars(3), days.withStars(4), days.withStars(5));
        var onSale = days.onSale();

        for (var day = FIRST.minusDays(5); day.isBefore(FIRST.plusDays(3 * DAYS)); day = day.plusDays(1)) {
            var shown = product.certificateOn(day).map(Certificate::stars).orElse(0);
            for (var stars = 3; stars <= 5; stars++) {
                assertThat(within(byStars.get(stars - 3), day))
                        .as("%d stars on %s of %s", stars, day, product.certificates())
                        .isEqualTo(shown == stars);
            }
            assertThat(within(onSale, day))
                    .as("on sale on %s of %s", day, product)
                    .isEqualTo(mayBeSold(product, day));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areKeptInAsFewRangesAsCanBe(long seed) {
        var days = new CertifiedDays(randomProduct(new Random(seed)));

        for (var ranges : List.of(days.withStars(3), days.withStars(4), days.withStars(5), days.onSale())) {
            assertThat(ranges).allMatch(range -> !range.lte().isBefore(range.gte()));
            for (var i = 1; i < ranges.size(); i++) {
                assertThat(ranges.get(i).gte()).isAfter(ranges.get(i - 1).lte().plusDays(1));
            }
        }
    }

    private static boolean mayBeSold(ProductRecord product, LocalDate day) {
        return product.variants().stream()
                .anyMatch(variant -> Eligibility.of(product, variant.sku(), day) instanceof Eligibility.Eligible);
    }

    private static boolean within(List<DayRange> ranges, LocalDate day) {
        return ranges.stream().anyMatch(range -> !day.isBefore(range.gte()) && !day.isAfter(range.lte()));
    }

    private static ProductRecord randomProduct(Random random) {
        var certificates = new ArrayList<Certificate>();
        var count = random.nextInt(5);
        for (var i = 0; i < count; i++) {
            certificates.add(randomCertificate(random, "c" + i));
        }
        List<Variant> variants =
                List.of(Sample.variant("A", random.nextInt(4) == 0 ? null : 10_000L), Sample.variant("B", 20_000L));
        return Sample.product("p", 1, "Mắm", certificates, variants);
    }

    private static Certificate randomCertificate(Random random, String number) {
        var from = FIRST.plusDays(random.nextInt(DAYS));
        var until = from.plusDays(random.nextInt(DAYS));
        var extended = random.nextInt(4) == 0 ? until.plusDays(random.nextInt(40) - 10) : null;
        var withdrawn = random.nextInt(3) == 0 ? from.plusDays(random.nextInt(DAYS) - 10) : null;
        var covered = random.nextInt(3) == 0 ? Set.of(random.nextBoolean() ? "A" : "B") : Set.<String>of();
        return Sample.certificate(number, 3 + random.nextInt(3), from, until, extended, withdrawn, covered);
    }
}
