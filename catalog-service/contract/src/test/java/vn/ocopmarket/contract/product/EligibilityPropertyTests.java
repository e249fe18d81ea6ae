package vn.ocopmarket.contract.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Eligibility.Eligible;
import vn.ocopmarket.contract.product.Occasion.Buyer;
import vn.ocopmarket.contract.product.Occasion.Use;

/** What holds of the one rule for whatever life certificates and papers have. */
class EligibilityPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 1500;
    private static final String SKU = "A";

    @Property(tries = 400)
    void mayBeSoldIsTheSameAsNoReasonAgainstIt(@ForAll long seed, @ForAll @IntRange(max = DAYS) int after) {
        var product = product(new Random(seed));
        var day = FIRST.plusDays(after);
        for (var channel : Channel.values()) {
            var reasons = Eligibility.whyNot(product, SKU, Occasion.sale(day, channel));
            assertThat(Eligibility.of(product, SKU, day, channel) instanceof Eligible)
                    .isEqualTo(reasons.isEmpty());
            assertThat(reasons).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 400)
    void sellingAsksForAllThatListingAsksForAndListingForAllThatStarsAskFor(
            @ForAll long seed, @ForAll @IntRange(max = DAYS) int after, @ForAll Channel channel, @ForAll Buyer buyer) {
        var product = product(new Random(seed));
        var day = FIRST.plusDays(after);
        var stars = Eligibility.whyNot(product, SKU, new Occasion(Use.STARS, day, channel, buyer));
        var listed = Eligibility.whyNot(product, SKU, new Occasion(Use.LISTED, day, channel, buyer));
        var sold = Eligibility.whyNot(product, SKU, new Occasion(Use.SOLD, day, channel, buyer));

        assertThat(listed).containsAll(stars);
        assertThat(sold).containsAll(listed);
    }

    @Property(tries = 400)
    void starsAreShownExactlyWhenACoveringCertificateHolds(@ForAll long seed, @ForAll @IntRange(max = DAYS) int after) {
        var product = product(new Random(seed));
        var day = FIRST.plusDays(after);
        var holds = product.certificates().stream()
                .anyMatch(certificate ->
                        certificate.covers(SKU) && certificate.stateOn(day).showsStars());

        assertThat(Eligibility.whyNot(product, SKU, Occasion.stars(day)).isEmpty())
                .isEqualTo(holds);
    }

    @Property(tries = 60)
    void nothingChangesBetweenTwoTurningDays(@ForAll long seed) {
        var product = product(new Random(seed));
        var turns = Eligibility.turningDays(product);
        for (var day = FIRST.plusDays(1); day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            if (!turns.contains(day)) {
                assertThat(Eligibility.of(product, SKU, day))
                        .as("%s, turning on %s", day, turns)
                        .isEqualTo(Eligibility.of(product, SKU, day.minusDays(1)));
            }
        }
    }

    @Property(tries = 200)
    void whatIsSupersededNeverComesBack(@ForAll long seed, @ForAll @IntRange(max = DAYS) int after) {
        var random = new Random(seed);
        var certificate = certificate(random, 0);
        var end = FIRST.plusDays(random.nextInt(DAYS));
        var superseded = certificate.with(certificate.life().with(new Life.Succession(end, "later")));

        assertThat(superseded.stateOn(end.plusDays(after)).showsStars()).isFalse();
    }

    private static ProductRecord product(Random random) {
        var certificates = IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> certificate(random, number))
                .toList();
        var papers = IntStream.range(0, random.nextInt(5))
                .mapToObj(_ -> paper(random))
                .toList();
        var tax = TaxClass.values()[random.nextInt(TaxClass.values().length)];
        var price = random.nextInt(4) == 0 ? null : Money.dong(10_000);
        return new ProductRecord(
                "p",
                1,
                "p",
                "Rượu dừa",
                new ProducerRef("x", "x", "HTX", random.nextBoolean() ? "HTX" : "hộ"),
                new PlaceRef("86", "Tỉnh Vĩnh Long", null, null, List.of(), null),
                new GroupRef(random.nextBoolean() ? "14" : "01", "Rượu", "Spirits", "II", "Đồ uống", "Drinks"),
                certificates,
                List.of(new Variant(SKU, null, "A", null, price, tax), new Variant("B", null, "B", null, price, tax)),
                null,
                List.of(),
                random.nextBoolean() ? null : random.nextInt(300),
                null,
                List.of(),
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                new Dossier(List.of(), List.of(), papers, random.nextBoolean() ? null : day(random)),
                null);
    }

    private static Certificate certificate(Random random, int number) {
        var issued = day(random);
        var ends = issued.plusDays(random.nextInt(600));
        return new Certificate(
                "c" + number,
                number + "/QĐ-UBND",
                "UBND",
                issued,
                ends,
                3 + random.nextInt(3),
                random.nextInt(4) == 0 ? ends.plusDays(random.nextInt(180)) : null,
                random.nextInt(4) == 0 ? new Withdrawal(day(random), "Vi phạm", null) : null,
                skus(random),
                new Life(
                        random.nextInt(5) == 0 ? new Life.Succession(day(random), "later") : null,
                        null,
                        random.nextInt(3) == 0 ? List.of(rest(random), rest(random)) : List.of()),
                Evidence.NONE);
    }

    private static Life.Suspension rest(Random random) {
        var from = day(random);
        return new Life.Suspension(
                from, random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(90)), "Kiểm tra", null);
    }

    private static Dossier.Paper paper(Random random) {
        var issued = day(random);
        return new Dossier.Paper(
                PaperKind.values()[random.nextInt(PaperKind.values().length)],
                "1",
                "Sở",
                issued,
                random.nextBoolean() ? null : issued.plusDays(random.nextInt(500)),
                skus(random));
    }

    private static Set<String> skus(Random random) {
        return random.nextInt(3) == 0 ? Set.of(random.nextBoolean() ? SKU : "B") : Set.of();
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }
}
