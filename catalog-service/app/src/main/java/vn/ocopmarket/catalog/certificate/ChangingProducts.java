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
import vn.ocopmarket.service.idempotency.OperationId;

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
     * @param about tells it from others of the same request about the same product
     */
    record Wish(
            String id,
            @Nullable Long revision,
            boolean repeatable,
            Caller caller,
            Permission permission,
            String about) {

        /** Of an officer, the only one of its request. */
        Wish(String id, @Nullable Long revision, Caller caller) {
            this(id, revision, false, caller, Permission.KEEP_LISTS, "");
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

    /** Never empty. What was done under the key of this request is not done again, whatever happened to the product since. */
    Mono<Outcome<Changed>> changed(Wish wish, Function<ProductRecord, Outcome<ProductChange>> how) {
        return OperationId.current()
                .map(id -> id + '|' + wish.about())
                .singleOptional()
                .flatMap(key -> change(new Asked(wish, key.orElse(null), how), TRIES));
    }

    /** A wish, what it is done under, and how. */
    private record Asked(Wish wish, @Nullable String key, Function<ProductRecord, Outcome<ProductChange>> how) {}

    private Mono<Outcome<Changed>> change(Asked asked, int tries) {
        return products.find(asked.wish().id())
                .flatMap(product -> change(asked, product)
                        .switchIfEmpty(Mono.defer(() -> tries > 1
                                ? change(asked, tries - 1)
                                : Mono.just(new Outcome.Stale<>(product.record().revision())))))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    /** Empty when somebody else was first. */
    private Mono<Outcome<Changed>> change(Asked asked, CatalogProduct product) {
        if (mayNot(asked.wish(), product.record())) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        return Deed.isDone(product.history(), asked.key(), clock.instant().minus(OperationId.KNOWN_FOR))
                ? Mono.just(new Outcome.Done<>(new Changed(product.record(), true)))
                : carryOut(asked, product);
    }

    private static boolean mayNot(Wish wish, ProductRecord product) {
        return !wish.caller()
                .may(wish.permission(), Where.province(product.place().provinceCode()));
    }

    private Mono<Outcome<Changed>> carryOut(Asked asked, CatalogProduct product) {
        var wish = asked.wish();
        var wanted = asked.how().apply(product.record());
        var stale = new Outcome.Stale<Changed>(product.record().revision());
        if (wish.isStale(product.record()) && !wish.repeatable()) {
            return Mono.just(stale);
        }
        if (!(wanted instanceof Outcome.Done<ProductChange>(var change))) {
            return Mono.just(Outcome.refused(wanted));
        }
        var next = product.changedTo(change.certificates(), change.dossier(), deed(asked, change));
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

    private Deed deed(Asked asked, ProductChange change) {
        return new Deed(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        asked.wish().caller().subject(),
                        change.what(),
                        change.of(),
                        change.why())
                .under(asked.key());
    }
}
