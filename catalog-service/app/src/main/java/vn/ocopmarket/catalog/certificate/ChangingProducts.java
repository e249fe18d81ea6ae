package vn.ocopmarket.catalog.certificate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.ProductRecord;

/** Writes a change with its entry in the history, and tries again when somebody else was first. */
final class ChangingProducts {

    private static final int TRIES = 5;

    private final Products products;
    private final Clock clock;

    ChangingProducts(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /** Never empty. */
    Mono<Outcome<ProductRecord>> change(
            String id, @Nullable Long revision, Caller caller, Function<ProductRecord, Outcome<ProductChange>> how) {
        return change(id, revision, caller, how, TRIES);
    }

    private Mono<Outcome<ProductRecord>> change(
            String id,
            @Nullable Long revision,
            Caller caller,
            Function<ProductRecord, Outcome<ProductChange>> how,
            int tries) {
        return products.find(id)
                .flatMap(product -> {
                    var refusal = refusal(product.record(), revision, caller);
                    if (refusal != null) {
                        return Mono.just(refusal);
                    }
                    var wanted = how.apply(product.record());
                    return wanted instanceof Outcome.Done<ProductChange>(var change)
                            ? write(product, change, caller)
                                    .switchIfEmpty(Mono.defer(() -> tries > 1
                                            ? change(id, revision, caller, how, tries - 1)
                                            : Mono.just(new Outcome.Stale<>(
                                                    product.record().revision()))))
                            : Mono.just(Outcome.<ProductChange, ProductRecord>refused(wanted));
                })
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private static @Nullable Outcome<ProductRecord> refusal(
            ProductRecord product, @Nullable Long revision, Caller caller) {
        if (!caller.keepsProvince(product.place().provinceCode())) {
            return new Outcome.Forbidden<>();
        }
        return revision != null && revision != product.revision() ? new Outcome.Stale<>(product.revision()) : null;
    }

    /** Empty when somebody else was first. */
    private Mono<Outcome<ProductRecord>> write(CatalogProduct product, ProductChange change, Caller caller) {
        var deed = new Deed(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.subject(),
                change.what(),
                change.of(),
                change.why());
        var next = product.changedTo(change.certificates(), change.dossier(), deed);
        return next == product
                ? Mono.just(new Outcome.Done<>(product.record()))
                : products.write(List.of(next))
                        .flatMap(late -> late.isEmpty() ? Mono.just(new Outcome.Done<>(next.record())) : Mono.empty());
    }
}
