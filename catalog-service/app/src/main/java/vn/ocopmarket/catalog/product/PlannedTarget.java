package vn.ocopmarket.catalog.product;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Plans.Planned;
import vn.ocopmarket.catalog.product.Products.Keys;

/** A plan of one import: reads the catalogue through what is planned so far, and writes into the plan alone. */
final class PlannedTarget implements ListingTarget {

    private final String planId;
    private final Plans plans;
    private final Products products;
    private final Producers producers;
    private final Map<String, Long> bases = new ConcurrentHashMap<>();
    private final Map<String, KnownProducer> named = new ConcurrentHashMap<>();

    PlannedTarget(String planId, Plans plans, Products products, Producers producers) {
        this.planId = planId;
        this.plans = plans;
        this.products = products;
        this.producers = producers;
    }

    @Override
    public Flux<CatalogProduct> matching(Keys keys) {
        return products.matching(keys).collectList().flatMapMany(found -> {
            var ids = found.stream().map(product -> product.record().id()).collect(Collectors.toSet());
            return plans.matching(planId, keys, ids)
                    .map(Planned::after)
                    .collectList()
                    .flatMapIterable(planned -> overlaid(found, planned));
        });
    }

    private static Collection<CatalogProduct> overlaid(List<CatalogProduct> found, List<CatalogProduct> planned) {
        return Stream.concat(found.stream(), planned.stream())
                .collect(Collectors.toMap(
                        product -> product.record().id(), Function.identity(), (_, later) -> later, LinkedHashMap::new))
                .values();
    }

    @Override
    public Mono<Set<String>> taken(Collection<String> slugs) {
        return Mono.zip(products.taken(slugs), plans.taken(planId, slugs))
                .map(taken -> Stream.concat(taken.getT1().stream(), taken.getT2().stream())
                        .collect(Collectors.toSet()));
    }

    @Override
    public Flux<KnownProducer> producers(Collection<String> identities) {
        return producers
                .identifiedBy(identities)
                .concatWith(Flux.fromIterable(identities).mapNotNull(named::get));
    }

    @Override
    public Mono<Set<String>> write(Step step) {
        if (step.changes().isEmpty()) {
            return Mono.just(Set.of());
        }
        step.newProducers()
                .forEach(producer -> producer.identities().forEach(identity -> named.put(identity, producer)));
        return originals(step)
                .flatMap(originals -> {
                    var planned = step.changes().stream()
                            .map(change -> planned(change, originals))
                            .toList();
                    return plans.add(planId, planned, step.newProducers());
                })
                .thenReturn(Set.of());
    }

    /** Of products that an earlier batch has planned already, what they really are. */
    private Mono<Map<String, CatalogProduct>> originals(Step step) {
        var again = step.changes().stream()
                .map(PlannedTarget::id)
                .filter(bases::containsKey)
                .toList();
        return again.isEmpty()
                ? Mono.just(Map.of())
                : products.withIdsEvenRemoved(again)
                        .collectMap(product -> product.record().id());
    }

    private Planned planned(Change change, Map<String, CatalogProduct> originals) {
        var base = Objects.requireNonNull(bases.computeIfAbsent(id(change), _ -> change.base()));
        var original = base == change.base() ? change.before() : originals.get(id(change));
        return Planned.of(base, original, change);
    }

    private static String id(Change change) {
        return change.after().record().id();
    }
}
