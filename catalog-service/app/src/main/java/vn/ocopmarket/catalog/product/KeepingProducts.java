package vn.ocopmarket.catalog.product;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Products.Keys;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.text.VietnameseText;

/** Adds and edits products by hand, each edit against the revision it was made from. */
public final class KeepingProducts {

    private final Products products;
    private final Producers producers;
    private final Places places;
    private final ProductGroups groups;
    private final Clock clock;

    KeepingProducts(Products products, Producers producers, Places places, ProductGroups groups, Clock clock) {
        this.products = products;
        this.producers = producers;
        this.places = places;
        this.groups = groups;
        this.clock = clock;
    }

    /** Never empty; adding what is there with the same content gives what is there. */
    public Mono<Outcome<ProductRecord>> add(ProductDraft draft, Caller caller) {
        return with(draft, (reading, producer) -> {
            if (!caller.keepsProvince(reading.place().provinceCode())) {
                return Mono.just(new Outcome.Forbidden<>());
            }
            var identity = CatalogProduct.identity(
                    draft.name(), producer.record().name(), reading.place().provinceCode());
            return products.taken(List.of(ListingBatch.slugOf(draft.name()))).flatMap(taken -> {
                var record = fresh(draft, reading, producer, identity, taken);
                var deed = deed(caller, "PRODUCT_ADDED", record.id(), "");
                return write(CatalogProduct.first(record, Set.of(identity), deed));
            });
        });
    }

    /** Never empty. Officers edit everything; a producer its prices, packs, story, pictures and trace page. */
    public Mono<Outcome<ProductRecord>> edit(String id, long revision, ProductDraft draft, Caller caller) {
        return edit(id, revision, draft, caller, "");
    }

    /**
     * Like {@link #edit(String, long, ProductDraft, Caller)}.
     *
     * @param why is told in the history
     */
    public Mono<Outcome<ProductRecord>> edit(String id, long revision, ProductDraft draft, Caller caller, String why) {
        return products.find(id)
                .flatMap(current -> {
                    var record = current.record();
                    var officer = caller.keepsProvince(record.place().provinceCode());
                    if (!officer
                            && !caller.keepsProducer(
                                    record.producer().id(), record.place().provinceCode())) {
                        return Mono.<Outcome<ProductRecord>>just(new Outcome.Forbidden<>());
                    }
                    if (record.revision() != revision) {
                        return Mono.<Outcome<ProductRecord>>just(new Outcome.Stale<>(record.revision()));
                    }
                    return with(draft, (reading, producer) -> {
                        var next = edited(current, draft, reading, producer);
                        if (!officer && touchesRecognition(record, next)) {
                            return Mono.just(new Outcome.Forbidden<>());
                        }
                        var allowed = officer ? next : Records.with(next, pinned(record, next));
                        var changed = current.changedTo(
                                allowed, current.certifiedGroup(), deed(caller, "PRODUCT_EDITED", record.id(), why));
                        return changed == current ? Mono.just(new Outcome.Done<>(record)) : write(changed);
                    });
                })
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private interface Writing {
        Mono<Outcome<ProductRecord>> write(DraftReading reading, KnownProducer producer);
    }

    private Mono<Outcome<ProductRecord>> with(ProductDraft draft, Writing writing) {
        var reading = new DraftReading(draft, places, groups, LocalDate.now(clock));
        if (!reading.errors().isEmpty()) {
            return Mono.just(new Outcome.Invalid<>(reading.errors()));
        }
        return producers
                .find(draft.producerId())
                .flatMap(producer -> writing.write(reading, producer))
                .defaultIfEmpty(new Outcome.Invalid<>(List.of(FieldError.of("producerId", "unknown-producer"))));
    }

    private Deed deed(Caller caller, String what, String of, String why) {
        return new Deed(clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.subject(), what, of, why);
    }

    private ProductRecord fresh(
            ProductDraft draft, DraftReading reading, KnownProducer producer, String identity, Set<String> taken) {
        var id = CatalogProduct.idOf(identity);
        var plain = ListingBatch.slugOf(draft.name());
        var slug = plain.isEmpty() || taken.contains(plain) ? plain + '-' + id.substring(0, 4) : plain;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ProductRecord(
                id,
                1,
                slug,
                VietnameseText.canonical(draft.name()),
                producer.ref(),
                reading.place(),
                reading.group().ref(),
                List.of(),
                reading.variants(),
                draft.story(),
                draft.media(),
                draft.alcoholTenths(),
                draft.traceUrl(),
                notices(reading, draft.alcoholTenths()),
                false,
                now,
                now,
                Dossier.NONE,
                draft.narrative());
    }

    private static ProductRecord edited(
            CatalogProduct current, ProductDraft draft, DraftReading reading, KnownProducer producer) {
        var record = current.record();
        return new ProductRecord(
                record.id(),
                record.revision(),
                record.slug(),
                VietnameseText.canonical(draft.name()),
                producer.ref(),
                reading.place(),
                reading.group().ref(),
                record.certificates(),
                reading.variants(),
                draft.story(),
                draft.media(),
                draft.alcoholTenths(),
                draft.traceUrl(),
                notices(reading, draft.alcoholTenths()),
                record.sample(),
                record.createdAt(),
                record.updatedAt(),
                record.dossier(),
                draft.narrative());
    }

    /** What the certificate speaks of is not the producer's to change. */
    private static boolean touchesRecognition(ProductRecord before, ProductRecord after) {
        return !before.name().equals(after.name())
                || !before.producer().id().equals(after.producer().id())
                || !before.group().equals(after.group())
                || !before.notices().equals(after.notices())
                || !before.place().provinceCode().equals(after.place().provinceCode())
                || !Objects.equals(before.place().communeCode(), after.place().communeCode());
    }

    private static List<Certificate> pinned(ProductRecord before, ProductRecord after) {
        var skus = skus(before);
        return skus.containsAll(skus(after))
                ? before.certificates()
                : CertificateHistory.pinned(before.certificates(), skus);
    }

    private static Set<String> skus(ProductRecord product) {
        return product.variants().stream().map(Variant::sku).collect(Collectors.toSet());
    }

    private static List<String> notices(DraftReading reading, @Nullable Integer alcoholTenths) {
        var notices = new TreeSet<>(reading.group().notices());
        var alcohol = alcoholTenths != null && alcoholTenths > 0
                || reading.variants().stream().anyMatch(variant -> variant.taxClass() == TaxClass.ALCOHOL);
        if (alcohol) {
            notices.add(Notices.ALCOHOL_UNDER_18);
        }
        return List.copyOf(notices);
    }

    private Mono<Outcome<ProductRecord>> write(CatalogProduct next) {
        return products.write(List.of(next))
                .flatMap(late -> late.isEmpty() ? Mono.just(new Outcome.Done<>(next.record())) : whoWasFirst(next));
    }

    /** The write was refused: by an edit in between, or because a name, SKU or GTIN is another product's. */
    private Mono<Outcome<ProductRecord>> whoWasFirst(CatalogProduct next) {
        var record = next.record();
        var gtins = record.variants().stream()
                .flatMap(variant -> variant.gtin() == null
                        ? java.util.stream.Stream.empty()
                        : java.util.stream.Stream.of(variant.gtin().value()))
                .collect(Collectors.toSet());
        return products.matching(new Keys(next.identities(), skus(record), gtins))
                .filter(other -> record.revision() == 1 || !other.record().id().equals(record.id()))
                .next()
                .map(other -> refusal(next, other.record()))
                .switchIfEmpty(Mono.defer(() -> products.find(record.id())
                        .map(current -> new Outcome.Stale<>(current.record().revision()))));
    }

    private static Outcome<ProductRecord> refusal(CatalogProduct next, ProductRecord other) {
        if (other.id().equals(next.record().id())) {
            var same = Records.at(other, 1, next.record().updatedAt());
            return same.variants().equals(next.record().variants())
                            && Objects.equals(same.story(), next.record().story())
                            && Objects.equals(same.narrative(), next.record().narrative())
                    ? new Outcome.Done<>(other)
                    : new Outcome.Taken<>("name", other.id());
        }
        return new Outcome.Taken<>("variants", other.id());
    }
}
