package vn.ocopmarket.catalog.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.product.ListingMerge.Merged;
import vn.ocopmarket.catalog.product.ListingOutcome.Accepted;
import vn.ocopmarket.catalog.product.ListingOutcome.Refused;
import vn.ocopmarket.catalog.product.ListingTarget.Change;
import vn.ocopmarket.catalog.product.ListingTarget.Step;
import vn.ocopmarket.contract.text.VietnameseText;

/** Applies lines, one after the other, to what the store knows; pure, so that it can be done again when someone was faster. */
final class ListingBatch {

    private static final int SLUG_SUFFIX = 4;

    private final ListingMerge merge;
    private final ListingRun run;
    private final Set<String> takenSlugs;
    private final Map<String, CatalogProduct> before = new HashMap<>();
    private final Map<String, CatalogProduct> products = new LinkedHashMap<>();
    private final Map<String, String> idsByKey = new HashMap<>();
    private final Map<String, KnownProducer> producers = new HashMap<>();
    private final Map<String, KnownProducer> newProducers = new LinkedHashMap<>();
    private final Map<String, List<Integer>> rows = new HashMap<>();

    ListingBatch(
            ListingMerge merge,
            ListingRun run,
            Collection<CatalogProduct> products,
            Collection<KnownProducer> producers,
            Set<String> takenSlugs) {
        this.merge = merge;
        this.run = run;
        this.takenSlugs = new HashSet<>(takenSlugs);
        products.forEach(product -> {
            before.put(product.record().id(), product);
            keep(product);
        });
        producers.forEach(producer -> producer.identities().forEach(name -> this.producers.put(name, producer)));
    }

    static String slugOf(String name) {
        return VietnameseText.slug(name);
    }

    List<ListingOutcome> apply(List<Listing> listings) {
        return listings.stream().map(this::apply).toList();
    }

    List<Change> changes() {
        return products.values().stream()
                .filter(product -> !product.equals(before.get(product.record().id())))
                .map(product -> new Change(
                        before.get(product.record().id()),
                        asOneStep(product),
                        rows.getOrDefault(product.record().id(), List.of())))
                .toList();
    }

    Step step(Set<String> named) {
        return new Step(run, newProducers(), named, changes());
    }

    List<KnownProducer> newProducers() {
        return List.copyOf(newProducers.values());
    }

    /** Several lines of one batch are one revision, with one entry in the history. */
    private CatalogProduct asOneStep(CatalogProduct product) {
        var old = before.get(product.record().id());
        var revision = old == null ? 1 : old.record().revision() + 1;
        var record = Records.at(product.record(), revision, product.record().updatedAt());
        return new CatalogProduct(record, product.identities(), product.certifiedGroup(), product.history())
                .told(old == null ? null : old.record(), run.deed(merge.now()));
    }

    private ListingOutcome apply(Listing listing) {
        var bySku = find("sku", listing.pack().sku());
        var byGtin = find("gtin", listing.pack().gtin());
        if (bySku.isPresent() && byGtin.isPresent() && !bySku.equals(byGtin)) {
            return new Refused(FieldError.of("gtin", "gtin-taken", name(byGtin.get())));
        }
        var known = bySku.or(() -> byGtin).or(() -> find("name", listing.identity()));
        if (known.filter(product -> Befores.isUndone(product, run.run())).isPresent()) {
            return new Refused(FieldError.of("", "undone"));
        }
        if (known.filter(product ->
                        !run.mayKeepProvince().test(product.record().place().provinceCode()))
                .isPresent()) {
            return new Refused(FieldError.of(bySku.isPresent() ? "sku" : "gtin", "other-province", name(known.get())));
        }
        return known.isPresent() ? change(known.get(), listing) : create(listing);
    }

    private ListingOutcome change(CatalogProduct known, Listing listing) {
        return outcome(merge.merge(known, listing, producer(listing).ref()), listing);
    }

    private ListingOutcome create(Listing listing) {
        return outcome(merge.create(listing, producer(listing).ref(), freeSlug(listing)), listing);
    }

    private ListingOutcome outcome(Merged merged, Listing listing) {
        return switch (merged) {
            case Merged.Contradiction(var error) -> new Refused(error);
            case Merged.Product(var product) -> {
                var gtin = listing.pack().gtin();
                var owner = find("gtin", gtin);
                if (owner.isPresent()
                        && !owner.get().record().id().equals(product.record().id())) {
                    yield new Refused(FieldError.of("gtin", "gtin-taken", name(owner.get())));
                }
                keep(product);
                rows.computeIfAbsent(product.record().id(), _ -> new ArrayList<>())
                        .add(listing.row());
                yield new Accepted(product.record().id());
            }
        };
    }

    private KnownProducer producer(Listing listing) {
        var identity =
                KnownProducer.identity(listing.producer(), listing.place().provinceCode());
        return producers.computeIfAbsent(identity, _ -> {
            var named = KnownProducer.named(listing.producer(), listing.producerKind(), listing.place())
                    .told(null, run.deed(merge.now()));
            newProducers.put(identity, named);
            return named;
        });
    }

    private String freeSlug(Listing listing) {
        var plain = slugOf(listing.name());
        var suffix = CatalogProduct.idOf(listing.identity()).substring(0, SLUG_SUFFIX);
        var slug = plain.isEmpty() || takenSlugs.contains(plain) ? plain + '-' + suffix : plain;
        takenSlugs.add(slug);
        return slug;
    }

    private void keep(CatalogProduct product) {
        var id = product.record().id();
        products.put(id, product);
        product.identities().forEach(identity -> idsByKey.put("name " + identity, id));
        product.record().variants().forEach(variant -> {
            idsByKey.put("sku " + variant.sku(), id);
            if (variant.gtin() != null) {
                idsByKey.put("gtin " + variant.gtin(), id);
            }
        });
    }

    private Optional<CatalogProduct> find(String kind, @Nullable Object key) {
        return Optional.ofNullable(key == null ? null : idsByKey.get(kind + ' ' + key))
                .map(id -> Objects.requireNonNull(products.get(id)));
    }

    private static String name(CatalogProduct product) {
        return product.record().name();
    }
}
