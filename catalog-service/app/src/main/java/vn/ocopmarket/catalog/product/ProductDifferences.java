package vn.ocopmarket.catalog.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.history.FieldChange;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.Life;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/** What is different between two states of a product, field by field, as people can read it. */
public final class ProductDifferences {

    private ProductDifferences() {}

    /** @param before or null when the product is new */
    public static List<FieldChange> between(@Nullable ProductRecord before, ProductRecord after) {
        var changes = new ArrayList<FieldChange>();
        text(changes, "name", before, after, ProductRecord::name);
        text(changes, "producer", before, after, of -> of.producer().name());
        text(changes, "place", before, after, of -> place(of.place()));
        text(changes, "group", before, after, of -> of.group().name());
        for (var number : keys(before, after, ProductRecord::certificates, Certificate::number)) {
            certificate(changes, number, certificate(before, number), certificate(after, number));
        }
        for (var sku : keys(before, after, ProductRecord::variants, Variant::sku)) {
            variant(
                    changes,
                    sku,
                    before == null ? null : before.variant(sku).orElse(null),
                    after.variant(sku).orElse(null));
        }
        text(changes, "story", before, after, ProductRecord::story);
        text(changes, "media", before, after, of -> list(of.media(), Media::url));
        text(changes, "alcoholTenths", before, after, ProductRecord::alcoholTenths);
        text(changes, "traceUrl", before, after, ProductRecord::traceUrl);
        text(changes, "notices", before, after, of -> list(of.notices(), notice -> notice));
        text(changes, "papers", before, after, of -> list(of.dossier().papers(), ProductDifferences::paper));
        text(changes, "rights", before, after, of -> list(of.dossier().rights(), Dossier.Right::number));
        text(
                changes,
                "recognitions",
                before,
                after,
                of -> list(of.dossier().recognitions(), Dossier.Recognition::decision));
        text(changes, "papersCheckedOn", before, after, of -> of.dossier().papersCheckedOn());
        text(changes, "slug", before, after, ProductRecord::slug);
        return changes;
    }

    private static void text(
            List<FieldChange> changes,
            String field,
            @Nullable ProductRecord before,
            ProductRecord after,
            Function<ProductRecord, @Nullable Object> value) {
        FieldChange.between(field, before == null ? null : value.apply(before), value.apply(after))
                .forEach(changes::add);
    }

    /** In the order in which they come up, those that are gone first. */
    private static <T> List<String> keys(
            @Nullable ProductRecord before,
            ProductRecord after,
            Function<ProductRecord, List<T>> parts,
            Function<T, String> key) {
        return Stream.concat(
                        before == null ? Stream.empty() : parts.apply(before).stream(), parts.apply(after).stream())
                .map(key)
                .distinct()
                .toList();
    }

    private static @Nullable Certificate certificate(@Nullable ProductRecord of, String number) {
        return of == null
                ? null
                : of.certificates().stream()
                        .filter(certificate -> certificate.number().equals(number))
                        .findFirst()
                        .orElse(null);
    }

    private static void certificate(
            List<FieldChange> changes, String number, @Nullable Certificate before, @Nullable Certificate after) {
        if (before == null || after == null) {
            FieldChange.between("certificate", number, summary(before), summary(after))
                    .forEach(changes::add);
            return;
        }
        part(changes, "certificate.decision", number, before, after, Certificate::decision);
        part(changes, "certificate.issuedBy", number, before, after, Certificate::issuedBy);
        part(changes, "certificate.issuedOn", number, before, after, Certificate::issuedOn);
        part(changes, "certificate.validUntil", number, before, after, Certificate::validUntil);
        part(changes, "certificate.stars", number, before, after, Certificate::stars);
        part(changes, "certificate.extendedUntil", number, before, after, Certificate::extendedUntil);
        part(changes, "certificate.coveredSkus", number, before, after, of -> covered(of));
        part(changes, "certificate.withdrawal", number, before, after, of -> {
            var end = of.withdrawal();
            return end == null ? null : end.on() + ": " + end.reason();
        });
        part(changes, "certificate.succession", number, before, after, of -> {
            var succession = of.life().succession();
            return succession == null ? null : succession.on() + ": " + succession.by();
        });
        part(
                changes,
                "certificate.suspensions",
                number,
                before,
                after,
                of -> list(of.life().suspensions(), ProductDifferences::rest));
        part(changes, "certificate.file", number, before, after, of -> {
            var file = of.evidence().file();
            return file == null ? null : file.name();
        });
        part(changes, "certificate.statement", number, before, after, of -> {
            var statement = of.evidence().statement();
            return statement == null ? null : statement.who();
        });
    }

    private static void variant(
            List<FieldChange> changes, String sku, @Nullable Variant before, @Nullable Variant after) {
        if (before == null || after == null) {
            FieldChange.between("variant", sku, summary(before), summary(after)).forEach(changes::add);
            return;
        }
        part(changes, "variant.label", sku, before, after, Variant::label);
        part(changes, "variant.netWeight", sku, before, after, Variant::netWeight);
        part(changes, "variant.price", sku, before, after, ProductDifferences::price);
        part(changes, "variant.gtin", sku, before, after, Variant::gtin);
        part(changes, "variant.taxClass", sku, before, after, Variant::taxClass);
    }

    private static <T> void part(
            List<FieldChange> changes,
            String field,
            String key,
            T before,
            T after,
            Function<T, @Nullable Object> value) {
        FieldChange.between(field, key, value.apply(before), value.apply(after)).forEach(changes::add);
    }

    private static @Nullable String summary(@Nullable Certificate of) {
        return of == null ? null : "%d ★, %s – %s".formatted(of.stars(), of.issuedOn(), of.validUntil());
    }

    private static @Nullable String summary(@Nullable Variant of) {
        return of == null
                ? null
                : Stream.of(of.label(), of.netWeight(), of.price() == null ? null : price(of) + " ₫", of.gtin())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable Long price(Variant of) {
        return of.price() == null ? null : of.price().amount();
    }

    private static @Nullable String covered(Certificate of) {
        return of.coveredSkus().isEmpty() ? null : String.join(", ", new TreeSet<>(of.coveredSkus()));
    }

    private static String place(PlaceRef place) {
        return place.communeName() == null ? place.provinceName() : place.communeName() + ", " + place.provinceName();
    }

    private static String paper(Dossier.Paper paper) {
        return paper.kind() + " " + paper.number();
    }

    private static String rest(Life.Suspension rest) {
        return rest.from() + " – " + (rest.until() == null ? "" : rest.until());
    }

    private static <T> @Nullable String list(List<T> items, Function<T, String> words) {
        return items.isEmpty() ? null : items.stream().map(words).collect(Collectors.joining(", "));
    }
}
