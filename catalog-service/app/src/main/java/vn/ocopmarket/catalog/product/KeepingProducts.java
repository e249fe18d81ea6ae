package vn.ocopmarket.catalog.product;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.service.idempotency.OperationId;

/** Adds products by hand, and understands edits of them, each against the revision it was made from. */
public final class KeepingProducts {

    private final Products products;
    private final WritingProducts writing;
    private final Producers producers;
    private final Places places;
    private final ProductGroups groups;
    private final Clock clock;

    KeepingProducts(Products products, Producers producers, Places places, ProductGroups groups, Clock clock) {
        this.products = products;
        this.writing = new WritingProducts(products);
        this.producers = producers;
        this.places = places;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Never empty; adding what is there with the same content gives what is there, and so does adding under the key that it
     * was added under, whatever happened to it since.
     */
    public Mono<Outcome<ProductRecord>> add(ProductDraft draft, Caller caller) {
        return with(draft, (reading, producer) -> {
            if (!caller.keepsProvince(reading.place().provinceCode())) {
                return Mono.just(new Outcome.Forbidden<>());
            }
            var identity = CatalogProduct.identity(
                    draft.name(), producer.record().name(), reading.place().provinceCode());
            return OperationId.current()
                    .singleOptional()
                    .flatMap(key -> addedUnder(key, identity)
                            .switchIfEmpty(Mono.defer(() ->
                                    added(new Adding(draft, reading, producer, identity), caller, key.orElse(null)))));
        });
    }

    /** Empty when it was not, or there was no key. */
    private Mono<Outcome<ProductRecord>> addedUnder(Optional<String> key, String identity) {
        return Mono.justOrEmpty(key)
                .flatMap(known -> products.find(CatalogProduct.idOf(identity))
                        .filter(product -> Deed.isDone(
                                product.history(), known, clock.instant().minus(OperationId.KNOWN_FOR))))
                .map(product -> new Outcome.Done<>(product.record()));
    }

    /** What is to be added, understood. */
    private record Adding(ProductDraft draft, DraftReading reading, KnownProducer producer, String identity) {}

    private Mono<Outcome<ProductRecord>> added(Adding adding, Caller caller, @Nullable String key) {
        return Mono.zip(
                        products.taken(
                                List.of(ListingBatch.slugOf(adding.draft().name()))),
                        removed(adding.identity()).singleOptional())
                .flatMap(found -> {
                    var record = fresh(adding, found.getT1());
                    var deed = deed(caller, "PRODUCT_ADDED", record.id(), "").under(key);
                    var first = CatalogProduct.first(record, Set.of(adding.identity()), deed);
                    return writing.write(found.getT2()
                            .map(removed -> removed.becoming(first, deed))
                            .orElse(first));
                })
                .flatMap(done -> producers
                        .revive(Set.of(adding.producer().record().id()))
                        .thenReturn(done));
    }

    /**
     * What an edit would make of a product.
     *
     * @param current as it was read
     * @param next with all of the edit
     */
    public record WantedEdit(CatalogProduct current, ProductRecord next) {}

    /**
     * Reads an edit and writes nothing. Never empty; forbidden to a producer when it touches what the certificate speaks of,
     * and to an officer when it moves the product into a province of others.
     *
     * @param revision that it was made from
     */
    public Mono<Outcome<WantedEdit>> read(String id, long revision, ProductDraft draft, Caller caller) {
        return products.find(id)
                .flatMap(current -> {
                    var record = current.record();
                    if (!caller.keepsProducer(
                            record.producer().id(), record.place().provinceCode())) {
                        return Mono.<Outcome<WantedEdit>>just(new Outcome.Forbidden<>());
                    }
                    if (record.revision() != revision) {
                        return Mono.<Outcome<WantedEdit>>just(new Outcome.Stale<>(record.revision()));
                    }
                    return with(draft, (reading, producer) -> {
                        var next = edited(current, draft, reading, producer);
                        var officer = caller.keepsProvince(record.place().provinceCode());
                        return Mono.just(
                                officer && caller.keepsProvince(next.place().provinceCode())
                                                || !touchesRecognition(record, next)
                                        ? new Outcome.Done<>(new WantedEdit(current, next))
                                        : new Outcome.Forbidden<>());
                    });
                })
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private interface Understood<T> {
        Mono<Outcome<T>> go(DraftReading reading, KnownProducer producer);
    }

    private <T> Mono<Outcome<T>> with(ProductDraft draft, Understood<T> then) {
        var reading = new DraftReading(draft, places, groups, LocalDate.now(clock));
        if (!reading.errors().isEmpty()) {
            return Mono.just(new Outcome.Invalid<>(reading.errors()));
        }
        return producers
                .find(draft.producerId())
                .flatMap(producer -> then.go(reading, producer))
                .defaultIfEmpty(new Outcome.Invalid<>(List.of(FieldError.of("producerId", "unknown-producer"))));
    }

    /** The one that was taken off together with the import that brought it: it comes back under its own id. */
    private Mono<CatalogProduct> removed(String identity) {
        return products.withIdsEvenRemoved(Set.of(CatalogProduct.idOf(identity)))
                .filter(CatalogProduct::removed)
                .next();
    }

    private Deed deed(Caller caller, String what, String of, String why) {
        return new Deed(clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.subject(), what, of, why);
    }

    private ProductRecord fresh(Adding adding, Set<String> taken) {
        var draft = adding.draft();
        var reading = adding.reading();
        var id = CatalogProduct.idOf(adding.identity());
        var plain = ListingBatch.slugOf(draft.name());
        var slug = plain.isEmpty() || taken.contains(plain) ? plain + '-' + id.substring(0, 4) : plain;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ProductRecord(
                id,
                1,
                slug,
                VietnameseText.canonical(draft.name()),
                adding.producer().ref(),
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

    private static List<String> notices(DraftReading reading, @Nullable Integer alcoholTenths) {
        var notices = new TreeSet<>(reading.group().notices());
        var alcohol = alcoholTenths != null && alcoholTenths > 0
                || reading.variants().stream().anyMatch(variant -> variant.taxClass() == TaxClass.ALCOHOL);
        if (alcohol) {
            notices.add(Notices.ALCOHOL_UNDER_18);
        }
        return List.copyOf(notices);
    }
}
