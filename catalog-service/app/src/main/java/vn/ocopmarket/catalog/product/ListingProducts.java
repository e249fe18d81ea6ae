package vn.ocopmarket.catalog.product;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.product.ListingOutcome.Accepted;
import vn.ocopmarket.catalog.product.Products.Keys;

/** Brings lines of a province's list into the catalogue; a line that is there already changes nothing. */
public final class ListingProducts {

    private static final int TRIES = 8;

    private final Targets targets;
    private final ProductGroups groups;
    private final Clock clock;

    ListingProducts(Targets targets, ProductGroups groups, Clock clock) {
        this.targets = targets;
        this.groups = groups;
        this.clock = clock;
    }

    /** Where lines can go. */
    interface Targets {

        ListingTarget catalogue();

        ListingTarget plan(String planId);
    }

    /** The catalogue itself. */
    public ListingTarget catalogue() {
        return targets.catalogue();
    }

    /** A plan of it, to be shown before anything is written; for one import, and empty at first. */
    public ListingTarget plan(String planId) {
        return targets.plan(planId);
    }

    /**
     * One outcome for each line, in their order. Safe to repeat: after an error, or a cancel, some of the lines may be in.
     *
     * @param run in whose name, and why
     */
    public Mono<List<ListingOutcome>> list(List<Listing> listings, ListingRun run, ListingTarget target) {
        return attempt(listings, run, target, 1);
    }

    private Mono<List<ListingOutcome>> attempt(
            List<Listing> listings, ListingRun run, ListingTarget target, int tried) {
        return batch(listings, run, target).flatMap(batch -> {
            var outcomes = batch.apply(listings);
            return target.write(batch.step(producerIds(listings))).flatMap(late -> {
                if (late.isEmpty()) {
                    return Mono.just(outcomes);
                }
                return tried == TRIES
                        ? Mono.error(new IllegalStateException("Others keep changing the same products: " + late))
                        : again(listings, outcomes, late).apply(rest -> attempt(rest, run, target, tried + 1));
            });
        });
    }

    private static Set<String> producerIds(List<Listing> listings) {
        return producerIdentities(listings).stream().map(KnownProducer::idOf).collect(Collectors.toSet());
    }

    /** Only the lines of the products that someone else was faster with; the others are in. */
    private static Again again(List<Listing> listings, List<ListingOutcome> outcomes, Set<String> late) {
        var positions = IntStream.range(0, outcomes.size())
                .filter(position -> outcomes.get(position) instanceof Accepted(var id) && late.contains(id))
                .boxed()
                .toList();
        return retry -> retry.apply(positions.stream().map(listings::get).toList())
                .map(second -> {
                    var merged = new ArrayList<>(outcomes);
                    IntStream.range(0, positions.size())
                            .forEach(index -> merged.set(positions.get(index), second.get(index)));
                    return merged;
                });
    }

    private interface Again {
        Mono<List<ListingOutcome>> apply(Function<List<Listing>, Mono<List<ListingOutcome>>> retry);
    }

    private Mono<ListingBatch> batch(List<Listing> listings, ListingRun run, ListingTarget target) {
        var merge = new ListingMerge(
                groups.unclassified(), clock.instant().truncatedTo(ChronoUnit.MILLIS), run.supersedes());
        var slugs = listings.stream()
                .map(listing -> ListingBatch.slugOf(listing.name()))
                .collect(Collectors.toSet());
        return Mono.zip(
                        target.matching(keys(listings)).collectList(),
                        target.producers(producerIdentities(listings)).collectList(),
                        target.taken(slugs))
                .map(found -> new ListingBatch(merge, run, found.getT1(), found.getT2(), found.getT3()));
    }

    private static Set<String> producerIdentities(List<Listing> listings) {
        return listings.stream()
                .map(listing -> KnownProducer.identity(
                        listing.producer(), listing.place().provinceCode()))
                .collect(Collectors.toSet());
    }

    private static Keys keys(List<Listing> listings) {
        return new Keys(
                listings.stream().map(Listing::identity).collect(Collectors.toSet()),
                listings.stream()
                        .map(listing -> listing.pack().sku())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                listings.stream()
                        .map(listing -> listing.pack().gtin())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.toSet()));
    }
}
