package vn.ocopmarket.catalog.product;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.product.Withdrawal;

/** Adds recognitions and ends them before their time. Officers of the province alone may; doing it again changes nothing. */
public final class KeepingCertificates {

    private static final int TRIES = 5;

    private final Products products;
    private final Clock clock;

    KeepingCertificates(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /** Never empty. */
    public Mono<Outcome<ProductRecord>> add(String productId, CertificateDraft draft, Caller caller) {
        return change(productId, caller, TRIES, product -> added(product, draft));
    }

    /** Never empty; unknown also when the product has no such certificate. */
    public Mono<Outcome<ProductRecord>> withdraw(
            String productId, String number, Withdrawal withdrawal, Caller caller) {
        return change(productId, caller, TRIES, product -> withdrawn(product, number, withdrawal));
    }

    private static Outcome<List<Certificate>> added(ProductRecord product, CertificateDraft draft) {
        var errors = draft.errors(product.variants().stream().map(Variant::sku).collect(Collectors.toSet()));
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        var certificate = draft.certificate();
        var known = numbered(product, certificate.number());
        if (known.isPresent()) {
            return known.get().equals(certificate)
                    ? new Outcome.Done<>(product.certificates())
                    : new Outcome.Taken<>("number", certificate.number());
        }
        var more = new ArrayList<>(product.certificates());
        more.add(certificate);
        return new Outcome.Done<>(more);
    }

    private static Outcome<List<Certificate>> withdrawn(ProductRecord product, String number, Withdrawal withdrawal) {
        var known = numbered(product, number);
        if (known.isEmpty()) {
            return new Outcome.Unknown<>();
        }
        var before = known.get().withdrawal();
        return before == null || before.equals(withdrawal)
                ? new Outcome.Done<>(CertificateHistory.withdraw(product.certificates(), number, withdrawal))
                : new Outcome.Taken<>("number", number);
    }

    private static Optional<Certificate> numbered(ProductRecord product, String number) {
        return product.certificates().stream()
                .filter(certificate -> certificate.number().equals(number))
                .findFirst();
    }

    private Mono<Outcome<ProductRecord>> change(
            String id, Caller caller, int tries, Function<ProductRecord, Outcome<List<Certificate>>> how) {
        return products.find(id)
                .flatMap(product -> {
                    if (!caller.keepsProvince(product.record().place().provinceCode())) {
                        return Mono.<Outcome<ProductRecord>>just(new Outcome.Forbidden<>());
                    }
                    var wanted = how.apply(product.record());
                    return wanted instanceof Outcome.Done<List<Certificate>>(var certificates)
                            ? write(product, certificates, caller, tries, how)
                            : Mono.just(Outcome.<List<Certificate>, ProductRecord>refused(wanted));
                })
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private Mono<Outcome<ProductRecord>> write(
            CatalogProduct product,
            List<Certificate> certificates,
            Caller caller,
            int tries,
            Function<ProductRecord, Outcome<List<Certificate>>> how) {
        var next = product.changedTo(
                Records.with(product.record(), certificates),
                product.certifiedGroup(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (next == product) {
            return Mono.just(new Outcome.Done<>(product.record()));
        }
        return products.write(List.of(next)).flatMap(late -> {
            if (late.isEmpty()) {
                return Mono.just(new Outcome.Done<>(next.record()));
            }
            return tries > 1
                    ? change(product.record().id(), caller, tries - 1, how)
                    : Mono.just(new Outcome.Stale<>(product.record().revision()));
        });
    }
}
