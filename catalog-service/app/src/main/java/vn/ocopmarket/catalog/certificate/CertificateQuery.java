package vn.ocopmarket.catalog.certificate;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * Which certificates are asked for.
 *
 * @param provinces codes of those to look in
 * @param commune code, or null for all
 * @param group code, or null for all
 * @param producer id, or null for all
 * @param words in the name of the product or its producer, or in a decision's number; empty for all
 */
public record CertificateQuery(
        Set<String> provinces,
        DueList list,
        @Nullable String commune,
        @Nullable String group,
        @Nullable String producer,
        String words,
        Order order) {

    /** How a list is sorted. */
    public enum Order {
        ENDS(Comparator.comparingLong(Standing::daysLeft)),
        NAME(Comparator.comparing(
                standing -> VietnameseText.fold(standing.product().name()))),
        PRODUCER(Comparator.comparing(
                standing -> VietnameseText.fold(standing.product().producer().name()))),
        STARS(Comparator.comparing(standing ->
                standing.certificate() == null ? 0 : -standing.certificate().stars()));

        private final Comparator<Standing> first;

        Order(Comparator<Standing> first) {
            this.first = first;
        }

        /** With every row in its place, so that pages never overlap. */
        Comparator<Standing> comparator() {
            return first.thenComparing(standing -> standing.product().slug())
                    .thenComparing(standing -> standing.certificate() == null
                            ? ""
                            : standing.certificate().number());
        }

        /** The one of that name; by their end when there is none. */
        public static Order named(@Nullable String name) {
            for (var order : values()) {
                if (order.name().equalsIgnoreCase(name)) {
                    return order;
                }
            }
            return ENDS;
        }
    }

    public CertificateQuery {
        provinces = Set.copyOf(provinces);
        words = VietnameseText.fold(words).toLowerCase(Locale.ROOT).strip();
    }

    /** All but the list itself, so that the lists can be counted. */
    boolean fits(ProductRecord product) {
        return (commune == null || commune.equals(product.place().communeCode()))
                && (group == null || group.equals(product.group().code()))
                && (producer == null || producer.equals(product.producer().id()))
                && (words.isEmpty() || says(product));
    }

    private boolean says(ProductRecord product) {
        return VietnameseText.fold(product.name()).contains(words)
                || VietnameseText.fold(product.producer().name()).contains(words)
                || product.certificates().stream()
                        .anyMatch(certificate ->
                                VietnameseText.fold(certificate.decision()).contains(words));
    }

    /** The given value, or null when it says nothing. */
    public static @Nullable String orNull(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").isBlank() ? null : value;
    }
}
