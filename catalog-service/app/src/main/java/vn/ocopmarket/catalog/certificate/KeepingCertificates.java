package vn.ocopmarket.catalog.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.certificate.ChangingProducts.Wish;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.product.CertificateHistory;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/** Issues certificates and carries them through their life. Officers of the province alone may; doing it again changes nothing. */
public final class KeepingCertificates {

    private final ChangingProducts changing;
    private final Clock clock;

    KeepingCertificates(ChangingProducts changing, Clock clock) {
        this.changing = changing;
        this.clock = clock;
    }

    /**
     * Never empty. What covers the same variants and was issued before is superseded.
     *
     * @param revision the product's, when the caller insists on it, or null
     */
    public Mono<Outcome<ProductRecord>> issue(
            String productId, @Nullable Long revision, CertificateDraft draft, Caller caller) {
        return changing.change(new Wish(productId, revision, caller), product -> issued(product, draft, caller));
    }

    /** Never empty; unknown also when the product has no such certificate. */
    public Mono<Outcome<ProductRecord>> act(
            String productId, @Nullable Long revision, String number, CertificateAct act, Caller caller) {
        return changing.change(new Wish(productId, revision, caller), product -> acted(product, number, act));
    }

    /** Never empty. Inspectors of the province may let a certificate rest as well; nothing else. */
    public Mono<Outcome<ProductRecord>> suspend(
            String productId, String number, CertificateAct.Suspend act, Caller caller) {
        return changing.change(
                new Wish(productId, null, false, caller, Permission.SUSPEND_CERTIFICATES, ""),
                product -> acted(product, number, act));
    }

    private Outcome<ProductChange> issued(ProductRecord product, CertificateDraft draft, Caller caller) {
        var skus = product.variants().stream().map(Variant::sku).collect(Collectors.toSet());
        var errors = draft.errors(skus);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        var certificate = draft.certificate(caller, LocalDate.now(clock));
        var known = numbered(product, certificate.number());
        if (known.isPresent()) {
            return sameIssue(known.get(), certificate)
                    ? new Outcome.Done<>(ProductChange.none(product))
                    : new Outcome.Taken<>("number", certificate.number());
        }
        return new Outcome.Done<>(new ProductChange(
                CertificateHistory.added(product.certificates(), certificate, skus),
                product.dossier(),
                "CERTIFICATE_ISSUED",
                certificate.number(),
                certificate.decision()));
    }

    /** What happened to it since does not make it another. */
    private static boolean sameIssue(Certificate known, Certificate wanted) {
        return known.decision().equals(wanted.decision())
                && known.issuedBy().equals(wanted.issuedBy())
                && known.issuedOn().equals(wanted.issuedOn())
                && known.validUntil().equals(wanted.validUntil())
                && known.stars() == wanted.stars()
                && known.coveredSkus().equals(wanted.coveredSkus());
    }

    static Outcome<ProductChange> acted(ProductRecord product, String number, CertificateAct act) {
        var known = numbered(product, number);
        if (known.isEmpty()) {
            return new Outcome.Unknown<>();
        }
        var wanted = act.on(known.get());
        return wanted instanceof Outcome.Done<Certificate>(var next)
                ? new Outcome.Done<>(new ProductChange(
                        replaced(product.certificates(), next), product.dossier(), act.what(), number, act.why()))
                : Outcome.refused(wanted);
    }

    private static List<Certificate> replaced(List<Certificate> all, Certificate next) {
        return all.stream()
                .map(one -> one.number().equals(next.number()) ? next : one)
                .toList();
    }

    private static Optional<Certificate> numbered(ProductRecord product, String number) {
        return product.certificates().stream()
                .filter(certificate -> certificate.number().equals(number))
                .findFirst();
    }
}
