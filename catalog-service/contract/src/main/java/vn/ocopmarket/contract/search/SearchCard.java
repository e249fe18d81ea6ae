package vn.ocopmarket.contract.search;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.AlcoholRules;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/**
 * What a search result shows of a product, kept beside the searched fields as one stored JSON string, so that a hit costs no
 * reading of the whole document. Stars are not here: they follow from the recognitions and the day.
 *
 * @param price the lowest of its variants, in dong
 * @param image address of its first picture, or null
 * @param alcohol whether the law keeps it from people under 18; null in what was indexed before this was told
 */
public record SearchCard(
        String id,
        String slug,
        String name,
        Named producer,
        Coded province,
        Coded group,
        @Nullable Long price,
        @Nullable String image,
        boolean inStock,
        boolean sample,
        List<Recognition> recognitions,
        @Nullable Boolean alcohol) {

    public SearchCard {
        recognitions = List.copyOf(recognitions);
    }

    /** Whether it is shown to adults only. */
    public boolean forAdults() {
        return Boolean.TRUE.equals(alcohol) || AlcoholRules.GROUPS.contains(group.code());
    }

    public static SearchCard of(ProductRecord product, boolean inStock) {
        return new SearchCard(
                product.id(),
                product.slug(),
                product.name(),
                new Named(product.producer().id(), product.producer().name()),
                new Coded(product.place().provinceCode(), product.place().provinceName()),
                new Coded(product.group().code(), product.group().name()),
                lowestPrice(product.variants()),
                product.media().isEmpty() ? null : product.media().getFirst().url(),
                inStock,
                product.sample(),
                product.certificates().stream()
                        .filter(product::concernedBy)
                        .flatMap(SearchCard::recognitions)
                        .toList(),
                AlcoholRules.concern(product));
    }

    /** A certificate that rested comes in several stretches. */
    private static Stream<Recognition> recognitions(Certificate certificate) {
        var turns = new TreeSet<>(certificate.turningDays());
        return turns.stream()
                .filter(first -> certificate.stateOn(first).showsStars())
                .flatMap(first -> Stream.ofNullable(turns.higher(first))
                        .map(next -> new Recognition(
                                certificate.stars(), first, next.minusDays(1), certificate.validUntil())));
    }

    /** Whose stars are shown on a day, or null. */
    public @Nullable Recognition recognitionOn(LocalDate day) {
        for (var recognition : recognitions.reversed()) {
            if (!day.isBefore(recognition.from()) && !day.isAfter(recognition.to())) {
                return recognition;
            }
        }
        return null;
    }

    private static @Nullable Long lowestPrice(List<Variant> variants) {
        return variants.stream()
                .flatMap(variant -> Stream.ofNullable(variant.price()))
                .min(Comparator.naturalOrder())
                .map(Money::amount)
                .orElse(null);
    }

    /** A party by id and name. */
    public record Named(String id, String name) {}

    /** A place or a group by code and name. */
    public record Coded(String code, String name) {}

    /** Stars from the first day to the last, both included; the newest that holds on a day counts. */
    public record Recognition(int stars, LocalDate from, LocalDate to, LocalDate validUntil) {}
}
