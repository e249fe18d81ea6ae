package vn.ocopmarket.catalog.certificate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
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

    /**
     * A wish to change a product.
     *
     * @param revision the one the caller insists on, or null
     * @param repeatable whether what is so already is so whatever the revision
     * @param permission that the caller needs in the product's province
     */
    record Wish(String id, @Nullable Long revision, boolean repeatable, Caller caller, Permission permission) {

        /** Of an officer. */
        Wish(String id, @Nullable Long revision, Caller caller) {
            this(id, revision, false, caller, Permission.KEEP_LISTS);
        }

        boolean isStale(ProductRecord product) {
            return revision != null && revision != product.revision();
        }
    }

    /** The product as it is now, and whether the wish made it so. */
    record Changed(ProductRecord product, boolean written) {}

    /** Never empty. */
    Mono<Outcome<ProductRecord>> change(Wish wish, Function<ProductRecord, Outcome<ProductChange>> how) {
        return changed(wish, how)
                .map(outcome -> outcome instanceof Outcome.Done<Changed>(var changed)
                        ? new Outcome.Done<>(changed.product())
                        : Outcome.refused(outcome));
    }

    /** Never empty. */
    Mono<Outcome<Changed>> changed(Wish wish, Function<ProductRecord, Outcome<ProductChange>> how) {
        return change(wish, how, TRIES);
    }

    private Mono<Outcome<Changed>> change(Wish wish, Function<ProductRecord, Outcome<ProductChange>> how, int tries) {
        return products.find(wish.id())
                .flatMap(product -> mayNot(wish, product.record())
                        ? Mono.just(new Outcome.Forbidden<Changed>())
                        : carryOut(wish, product, how.apply(product.record()))
                                .switchIfEmpty(Mono.defer(() -> tries > 1
                                        ? change(wish, how, tries - 1)
                                        : Mono.just(new Outcome.Stale<>(
                                                product.record().revision())))))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private static boolean mayNot(Wish wish, ProductRecord product) {
        return !wish.caller()
                .may(wish.permission(), Where.province(product.place().provinceCode()));
    }

    /** Empty when somebody else was first. */
    private Mono<Outcome<Changed>> carryOut(Wish wish, CatalogProduct product, Outcome<ProductChange> wanted) {
        var stale = new Outcome.Stale<Changed>(product.record().revision());
        if (wish.isStale(product.record()) && !wish.repeatable()) {
            return Mono.just(stale);
        }
        if (!(wanted instanceof Outcome.Done<ProductChange>(var change))) {
            return Mono.just(Outcome.refused(wanted));
        }
        var next = product.changedTo(change.certificates(), change.dossier(), deed(wish.caller(), change));
        if (next == product) {
            return Mono.just(new Outcome.Done<>(new Changed(product.record(), false)));
        }
        return wish.isStale(product.record())
                ? Mono.just(stale)
                : products.write(List.of(next))
                        .flatMap(late -> late.isEmpty()
                                ? Mono.just(new Outcome.Done<>(new Changed(next.record(), true)))
                                : Mono.empty());
    }

    private Deed deed(Caller caller, ProductChange change) {
        return new Deed(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.subject(),
                change.what(),
                change.of(),
                change.why());
    }
}
