package vn.ocopmarket.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real product with a sample price.
 *
 * @param id number in the collection of facts
 * @param formerAddress as on the certificate, in the division before July 2025
 * @param group number of the product group in Annex I of Decision 26/2026
 * @param year of the recognition, when the source names it
 * @param decision number, when the source also names its day; else a sample takes its place
 * @param price in dong; null for what is not sold here
 * @param source page with the facts
 */
record SampleProduct(
        int id,
        String product,
        String producer,
        @Nullable String producerKind,
        String province,
        @Nullable String communeCode,
        @Nullable String formerAddress,
        int group,
        int stars,
        @Nullable Integer year,
        @Nullable String decision,
        @Nullable String issuedBy,
        @Nullable LocalDate issuedOn,
        @Nullable Long price,
        String label,
        String taxClass,
        String story,
        String source) {

    /** The province as the certificate names it, which may be a former one. */
    String provinceAsCertified() {
        return formerAddress == null ? province : formerParts().getLast();
    }

    /** Commune and district as the certificate names them, or the district alone; null when it names neither. */
    @Nullable
    String communeAsCertified() {
        var parts = formerParts();
        return parts.size() < 2 ? null : String.join(", ", parts.subList(0, parts.size() - 1));
    }

    private List<String> formerParts() {
        return formerAddress == null ? List.of() : List.of(formerAddress.split(", "));
    }

    String sku() {
        return "MAU-%04d".formatted(id);
    }
}
