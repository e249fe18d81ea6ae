package vn.ocopmarket.catalog.indicators.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.CertificateState;
import vn.ocopmarket.contract.product.Dossier.RecognitionKind;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * The little of a product that is counted, as of a day: some hundred bytes.
 *
 * @param stars shown on the day, or 0
 * @param buyable whether any variant may be bought online on the day, stock aside
 * @param traceUrl its trace page elsewhere, or null
 * @param firsts its recognitions, oldest first; the first of all and those with more stars than ever before
 * @param rights kind and number of each right that holds on the day
 * @param targets ids of the targets in whose area it is made
 * @param until the first day after the given one on which any of this may be different, or null when none is known
 */
public record ProductFacts(
        String id,
        String provinceCode,
        @Nullable String communeCode,
        String groupCode,
        int stars,
        boolean buyable,
        @Nullable String traceUrl,
        List<First> firsts,
        Set<Protected> rights,
        boolean nationallyTypical,
        Set<String> targets,
        @Nullable LocalDate until) {

    private static final String NATIONAL = "quoc gia";

    /** A recognition that was new, or with more stars than ever before. */
    public record First(LocalDate on, int stars, boolean isUpgrade) {}

    /** A right, by what tells it from others. */
    public record Protected(String kind, String number) {}

    public static ProductFacts of(ProductRecord product, LocalDate day, List<Aim> aims) {
        return new ProductFacts(
                product.id(),
                product.place().provinceCode(),
                product.place().communeCode(),
                product.group().code(),
                product.certificateOn(day).map(Certificate::stars).orElse(0),
                product.variants().stream()
                        .anyMatch(
                                variant -> Eligibility.of(product, variant.sku(), day) instanceof Eligibility.Eligible),
                product.traceUrl(),
                firsts(product, day),
                product.dossier().rights().stream()
                        .filter(right -> right.holdsOn(day))
                        .map(right -> new Protected(right.kind().name(), right.number()))
                        .collect(Collectors.toUnmodifiableSet()),
                isNationallyTypical(product, day),
                aims.stream().filter(aim -> aim.isFor(product)).map(Aim::id).collect(Collectors.toUnmodifiableSet()),
                changesOn(product, day));
    }

    /** The year in which it was first recognised, or null when it never was. */
    public @Nullable Integer firstYear() {
        return firsts.isEmpty() ? null : firsts.getFirst().on().getYear();
    }

    private static List<First> firsts(ProductRecord product, LocalDate day) {
        var firsts = new ArrayList<First>();
        var most = 0;
        for (var certificate : product.certificates()) {
            var counts = product.concernedBy(certificate)
                    && certificate.stateOn(day) != CertificateState.NOT_YET_VALID
                    && certificate.stars() > most;
            if (counts) {
                firsts.add(new First(certificate.issuedOn(), certificate.stars(), most > 0));
                most = certificate.stars();
            }
        }
        return List.copyOf(firsts);
    }

    private static boolean isNationallyTypical(ProductRecord product, LocalDate day) {
        return product.dossier().recognitions().stream()
                .filter(one -> one.kind() == RecognitionKind.TYPICAL_RURAL_INDUSTRIAL && one.holdsOn(day))
                .anyMatch(one ->
                        one.level() != null && VietnameseText.fold(one.level()).contains(NATIONAL));
    }

    /** Rights and other recognitions turn too, and no rule of sale knows their days. */
    private static @Nullable LocalDate changesOn(ProductRecord product, LocalDate day) {
        var turns = Eligibility.turningDays(product);
        product.dossier().rights().forEach(right -> {
            turns.add(right.issuedOn());
            if (right.validUntil() != null) {
                turns.add(right.validUntil().plusDays(1));
            }
        });
        product.dossier().recognitions().forEach(one -> {
            turns.add(one.issuedOn());
            if (one.validUntil() != null) {
                turns.add(one.validUntil().plusDays(1));
            }
        });
        var later = turns.tailSet(day.plusDays(1));
        return later.isEmpty() ? null : later.first();
    }
}
