package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a product beside its OCOP certificates. Nothing in here ever shows stars.
 *
 * @param recognitions other than OCOP
 * @param rights in its name, mark or origin
 * @param papers that the law asks for
 * @param papersCheckedOn since when the papers are complete here, so that one that is missing blocks the sale; null while
 *     the recognition vouches for what its dossier held
 */
public record Dossier(
        List<Recognition> recognitions,
        List<Right> rights,
        List<Paper> papers,
        @Nullable LocalDate papersCheckedOn) {

    public static final Dossier NONE = new Dossier(List.of(), List.of(), List.of(), null);

    public Dossier {
        recognitions = List.copyOf(Objects.requireNonNullElse(recognitions, List.of()));
        rights = List.copyOf(Objects.requireNonNullElse(rights, List.of()));
        papers = List.copyOf(Objects.requireNonNullElse(papers, List.of()));
    }

    /**
     * A recognition by another programme.
     *
     * @param level such as {@code cấp tỉnh}, or null
     * @param validUntil the last day, or null when it has no end
     */
    public record Recognition(
            RecognitionKind kind,
            @Nullable String level,
            String decision,
            String issuedBy,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil) {

        public boolean holdsOn(LocalDate day) {
            return within(day, issuedOn, validUntil);
        }
    }

    /** What other programmes recognise. */
    public enum RecognitionKind {
        TYPICAL_RURAL_INDUSTRIAL,
        SPECIALITY,
        HANDICRAFT,
        PROVINCIAL
    }

    /**
     * A right of intellectual property.
     *
     * @param name what is protected
     * @param validUntil the last day, or null when it has no end
     */
    public record Right(
            RightKind kind,
            String number,
            String name,
            String holder,
            String issuedBy,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil) {

        public boolean holdsOn(LocalDate day) {
            return within(day, issuedOn, validUntil);
        }
    }

    /** Registers of the intellectual property office. */
    public enum RightKind {
        TRADEMARK,
        COLLECTIVE_MARK,
        CERTIFICATION_MARK,
        GEOGRAPHICAL_INDICATION
    }

    /**
     * A declaration, certificate, result or licence.
     *
     * @param validUntil the last day, or null when it has no end
     * @param skus the variants it is for; empty for all
     */
    public record Paper(
            PaperKind kind,
            String number,
            String issuedBy,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            Set<String> skus) {

        public Paper {
            skus = Set.copyOf(Objects.requireNonNullElse(skus, Set.of()));
        }

        public boolean holdsOn(LocalDate day) {
            return within(day, issuedOn, validUntil);
        }

        boolean isFor(String sku) {
            return skus.isEmpty() || skus.contains(sku);
        }
    }

    private static boolean within(LocalDate day, LocalDate first, @Nullable LocalDate last) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }
}
