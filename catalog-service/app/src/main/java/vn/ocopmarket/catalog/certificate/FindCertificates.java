package vn.ocopmarket.catalog.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * The officers' lists of certificates. Every answer is judged for today by the one rule when it is asked for; nothing that
 * depends on the day is stored.
 */
public final class FindCertificates {

    private final Products products;
    private final Clock clock;

    FindCertificates(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /**
     * What is on the lists.
     *
     * @param counts of every list, with the same filters
     * @param communes in which the provinces have products: code, name, how many
     * @param groups likewise
     */
    public record Found(
            LocalDate day,
            List<Standing> standings,
            Map<DueList, Integer> counts,
            List<Choice> communes,
            List<Choice> groups) {}

    /** What a filter may be set to. */
    public record Choice(String code, String name, @Nullable String nameEn, int products) {}

    /** Never empty; an error when the store does not answer in time. */
    public Mono<Found> find(CertificateQuery query) {
        return products.ofProvinces(query.provinces()).collectList().map(all -> found(query, all));
    }

    private Found found(CertificateQuery query, List<ProductRecord> all) {
        var day = LocalDate.now(clock);
        var fitting = all.stream()
                .filter(query::fits)
                .flatMap(product -> Standing.of(product, day))
                .toList();
        var counts = new EnumMap<DueList, Integer>(DueList.class);
        for (var list : DueList.values()) {
            counts.put(list, (int) fitting.stream().filter(list::has).count());
        }
        var listed = fitting.stream()
                .filter(query.list()::has)
                .sorted(query.order().comparator())
                .toList();
        return new Found(
                day,
                listed,
                counts,
                choices(all, product -> commune(product)),
                choices(all, product -> group(product)));
    }

    private static @Nullable Choice commune(ProductRecord product) {
        var place = product.place();
        return place.communeCode() == null
                ? null
                : new Choice(place.communeCode(), Objects.requireNonNullElse(place.communeName(), ""), null, 1);
    }

    private static Choice group(ProductRecord product) {
        var group = product.group();
        return new Choice(group.code(), group.name(), group.nameEn(), 1);
    }

    private static List<Choice> choices(List<ProductRecord> all, Function<ProductRecord, @Nullable Choice> of) {
        return all.stream()
                .map(of)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(
                        Choice::code,
                        choice -> choice,
                        (one, more) -> new Choice(one.code(), one.name(), one.nameEn(), one.products() + 1),
                        TreeMap::new))
                .values()
                .stream()
                .toList();
    }
}
