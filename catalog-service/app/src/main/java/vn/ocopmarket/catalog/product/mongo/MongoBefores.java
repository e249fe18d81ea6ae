package vn.ocopmarket.catalog.product.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.history.Histories;
import vn.ocopmarket.catalog.product.Befores;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.ListingTarget.Step;
import vn.ocopmarket.catalog.product.UsesOfProducts;

@Repository
class MongoBefores implements Befores {

    static final String COLLECTION = "importBefores";
    static final String RUN = "run";
    static final String PRODUCT = "product";
    static final String NOTED_AT = "notedAt";

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String PRODUCER = "producer";
    private static final int MARK_LENGTH = 12;
    private static final int MOST_DEEDS = 10_000;

    private final MongoCollection<Document> notes;
    private final Histories histories;
    private final List<UsesOfProducts> uses;
    private final Clock clock;

    MongoBefores(MongoDatabase database, Histories histories, List<UsesOfProducts> uses, Clock clock) {
        this.uses = uses;
        this.notes = database.getCollection(COLLECTION);
        this.histories = histories;
        this.clock = clock;
    }

    @Override
    public Mono<List<CatalogProduct>> note(Step step) {
        var run = step.run().run();
        var now = Date.from(clock.instant());
        var noted = step.changes().stream()
                .map(change -> BeforeNote.of(run, change))
                .toList();
        var documents = Stream.concat(
                        producers(step).distinct().map(producer -> producerNote(run, producer)),
                        noted.stream().map(BeforeNote::toDocument))
                .map(document -> document.append(NOTED_AT, now))
                .toList();
        var marked = noted.stream().map(BeforeNote::marked).toList();
        return documents.isEmpty()
                ? Mono.just(marked)
                : Mono.from(notes.insertMany(documents, new InsertManyOptions().ordered(false)))
                        .then()
                        .onErrorComplete(MongoBefores::allThere)
                        .timeout(TIMEOUT)
                        .thenReturn(marked);
    }

    /** Also those that another import added: once both are taken back they have no product left. */
    private static Stream<String> producers(Step step) {
        return Stream.concat(
                step.newProducers().stream().map(producer -> producer.record().id()),
                step.changes().stream()
                        .filter(change ->
                                change.before() == null || change.before().removed())
                        .map(change -> change.after().record().producer().id()));
    }

    private static Document producerNote(String run, String id) {
        return new Document("_id", run + "|producer|" + id).append(RUN, run).append(PRODUCER, id);
    }

    private static boolean allThere(Throwable fault) {
        return fault instanceof MongoBulkWriteException refused
                && refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    @Override
    public Flux<String> products(String run, @Nullable String after, int limit) {
        return Flux.from(notes.find(and(eq(RUN, run), gt(PRODUCT, after == null ? "" : after)))
                        .projection(Projections.include(PRODUCT))
                        .sort(Sorts.ascending(PRODUCT))
                        .limit(limit))
                .map(document -> document.getString(PRODUCT))
                .distinct()
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<String> producers(String run) {
        return Flux.from(notes.find(and(eq(RUN, run), exists(PRODUCER))).batchSize(500))
                .map(document -> document.getString(PRODUCER))
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Set<String>> undone(String run, Collection<CatalogProduct> current) {
        return Flux.fromIterable(current)
                .filterWhen(product -> Befores.isUndone(product, run)
                        ? Mono.just(true)
                        : older(product).any(deed -> Befores.isUndoing(deed, run)))
                .map(product -> product.record().id())
                .collect(Collectors.toSet());
    }

    /** Deeds that the product does not carry any more. */
    private Flux<Deed> older(CatalogProduct product) {
        var carried = product.history();
        return carried.isEmpty() || carried.getFirst().number() <= 1
                ? Flux.empty()
                : histories.before(
                        Histories.Kind.PRODUCT,
                        product.record().id(),
                        carried.getFirst().number(),
                        MOST_DEEDS);
    }

    @Override
    public Flux<Reversal> reversals(String run, Collection<CatalogProduct> current) {
        var ids = current.stream().map(product -> product.record().id()).toList();
        var noted = Flux.from(notes.find(and(eq(RUN, run), in(PRODUCT, ids))).batchSize(200))
                .map(BeforeNote::fromDocument)
                .timeout(TIMEOUT)
                .collectMultimap(BeforeNote::productId);
        return Mono.zip(noted, used(ids))
                .flatMapMany(found -> Flux.fromIterable(current)
                        .concatMap(product -> reversal(
                                product,
                                found.getT1().getOrDefault(product.record().id(), List.of()),
                                found.getT2().getOrDefault(product.record().id(), Set.of()))));
    }

    /** By product: the codes of what others have made for it. */
    private Mono<Map<String, Set<String>>> used(Collection<String> ids) {
        return Flux.fromIterable(uses)
                .concatMap(use -> use.of(ids).map(id -> Map.entry(id, use.code())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Empty when no write that was noted has happened. */
    private Mono<Reversal> reversal(CatalogProduct current, Collection<BeforeNote> notes, Set<String> used) {
        return Flux.fromIterable(notes)
                .filterWhen(note -> happened(current, note))
                .sort(java.util.Comparator.comparingLong(BeforeNote::base))
                .collectList()
                .mapNotNull(happened -> happened.isEmpty() ? null : reversal(current, happened, used));
    }

    private Mono<Boolean> happened(CatalogProduct current, BeforeNote note) {
        var told = current.history();
        if (told.isEmpty() || told.getFirst().number() > note.base() + 1) {
            return histories
                    .before(Histories.Kind.PRODUCT, current.record().id(), note.base() + 2, 1)
                    .any(note::isOf);
        }
        return Mono.just(told.stream().anyMatch(note::isOf));
    }

    /** A product that the import made stays when others have made something for it, as when they have changed it. */
    private static Reversal reversal(CatalogProduct current, List<BeforeNote> happened, Set<String> used) {
        var first = happened.getFirst();
        var left = happened.getLast().units();
        var fields = ProductDocuments.toFields(current);
        var touched = ProductUnits.different(ProductUnits.marks(first.before()), left);
        var changedSince = new HashSet<>(ProductUnits.different(left, ProductUnits.marks(fields)));
        changedSince.addAll(changedBetween(happened));
        if (first.before() == null) {
            changedSince.addAll(used);
        }
        var undoable = touched.stream()
                .filter(part -> !changedSince.contains(part))
                .filter(part -> first.before() != null || !BELONGS_TO_A_NEW_PRODUCT.contains(part))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        if (first.before() == null && changedSince.isEmpty()) {
            return new Reversal(current, first.base(), null, changedSince, touched);
        }
        var back = ProductUnits.back(fields, first.before(), undoable)
                .append("_id", current.record().id());
        return new Reversal(current, first.base(), ProductDocuments.fromDocument(back), changedSince, undoable);
    }

    /** What others did between two writes of the same import is in what the later one left, and is theirs all the same. */
    private static Set<String> changedBetween(List<BeforeNote> happened) {
        var changed = new HashSet<String>();
        for (int later = 1; later < happened.size(); later++) {
            var found = ProductUnits.marks(happened.get(later).before());
            changed.addAll(ProductUnits.different(happened.get(later - 1).units(), found));
        }
        return changed;
    }

    /** What a product that somebody else has worked on since cannot be without. */
    private static final Set<String> BELONGS_TO_A_NEW_PRODUCT =
            Set.of("name", "producer", "place", "group", "identities", "notices", "certifiedGroup");

    static String markOf(Map<String, String> units) {
        return StableIds.of(units.toString(), MARK_LENGTH);
    }
}
