package vn.ocopmarket.catalog.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.certificate.ChangingProducts.Wish;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/** Keeps other recognitions, rights and papers of products. Officers of the province alone may. */
public final class KeepingDossiers {

    private static final int MOST = 200;

    private final ChangingProducts changing;

    KeepingDossiers(ChangingProducts changing) {
        this.changing = changing;
    }

    /** Never empty; what was on record before is replaced. */
    public Mono<Outcome<ProductRecord>> file(
            String productId, long revision, Dossier dossier, String why, Caller caller) {
        return changing.change(new Wish(productId, revision, caller), product -> {
            var errors = errors(product, dossier);
            return errors.isEmpty()
                    ? new Outcome.Done<>(
                            new ProductChange(product.certificates(), dossier, "DOSSIER_FILED", product.id(), why))
                    : new Outcome.Invalid<>(errors);
        });
    }

    private static List<FieldError> errors(ProductRecord product, Dossier dossier) {
        var errors = new ArrayList<FieldError>();
        if (dossier.papers().size()
                        + dossier.rights().size()
                        + dossier.recognitions().size()
                > MOST) {
            errors.add(FieldError.of("papers", "too-many", MOST));
        }
        var skus = product.variants().stream().map(Variant::sku).collect(Collectors.toSet());
        for (var index = 0; index < dossier.papers().size(); index++) {
            var paper = dossier.papers().get(index);
            var path = "papers[" + index + "].";
            check(errors, path, paper.number(), paper.issuedBy());
            period(errors, path, paper.issuedOn(), paper.validUntil());
            if (!skus.containsAll(paper.skus())) {
                errors.add(FieldError.of(path + "skus", "unknown-sku"));
            }
        }
        for (var index = 0; index < dossier.rights().size(); index++) {
            var right = dossier.rights().get(index);
            var path = "rights[" + index + "].";
            check(errors, path, right.number(), right.issuedBy());
            period(errors, path, right.issuedOn(), right.validUntil());
        }
        for (var index = 0; index < dossier.recognitions().size(); index++) {
            var recognition = dossier.recognitions().get(index);
            var path = "recognitions[" + index + "].";
            check(errors, path, recognition.decision(), recognition.issuedBy());
            period(errors, path, recognition.issuedOn(), recognition.validUntil());
        }
        return errors;
    }

    private static void check(
            List<FieldError> errors, String path, @Nullable String number, @Nullable String issuedBy) {
        if (number == null || number.isBlank()) {
            errors.add(FieldError.of(path + "number", "required"));
        }
        if (issuedBy == null || issuedBy.isBlank()) {
            errors.add(FieldError.of(path + "issuedBy", "required"));
        }
    }

    private static void period(
            List<FieldError> errors,
            String path,
            java.time.@Nullable LocalDate first,
            java.time.@Nullable LocalDate last) {
        if (first == null) {
            errors.add(FieldError.of(path + "issuedOn", "required"));
        } else if (last != null && last.isBefore(first)) {
            errors.add(FieldError.of(path + "validUntil", "ends-before-it-begins"));
        }
    }
}
