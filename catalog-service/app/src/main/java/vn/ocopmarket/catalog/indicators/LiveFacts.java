package vn.ocopmarket.catalog.indicators;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.feed.Changes;
import vn.ocopmarket.catalog.indicators.domain.Aim;
import vn.ocopmarket.catalog.indicators.domain.ProductFacts;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.feed.Change;
import vn.ocopmarket.contract.feed.ChangePage;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * What is counted of every product, kept in memory and renewed when somebody asks: the products that the feed says changed,
 * and those for which a day came on which they turn. The first time all products are read once, in pages.
 */
final class LiveFacts {

    private static final Duration FRESH = Duration.ofMillis(300);
    private static final int PAGE = 1_000;
    private static final int BATCH = 250;

    private final Products products;
    private final Changes changes;
    private final List<Aim> aims;
    private final Clock clock;
    private final Map<String, ProductFacts> facts = new ConcurrentHashMap<>();
    private final Map<String, GroupRef> groups = new ConcurrentHashMap<>();
    private final Mono<Boolean> fresh;

    /** The last number of the feed that is in the facts; none of it before the first reading. */
    private volatile long number = -1;

    LiveFacts(Products products, Changes changes, List<Aim> aims, Clock clock) {
        this.products = products;
        this.changes = changes;
        this.aims = List.copyOf(aims);
        this.clock = clock;
        // Whoever asks meanwhile waits for the same reading.
        this.fresh = Mono.defer(this::refresh).thenReturn(true).cache(FRESH);
    }

    /** Of all products, at most a blink old. An error means that the store did not answer. */
    Mono<Collection<ProductFacts>> all() {
        return fresh.map(_ -> facts.values());
    }

    /** By its code, of a product that is or was there. */
    GroupRef group(String code) {
        return groups.getOrDefault(code, new GroupRef(code, code, code, "", "", ""));
    }

    private Mono<Void> refresh() {
        var day = LocalDate.now(clock);
        return (number < 0 ? readAll(day) : follow(day)).then(Mono.defer(() -> turn(day)));
    }

    /** What changes while it is read comes again with the feed. */
    private Mono<Void> readAll(LocalDate day) {
        return end().flatMap(end -> {
            var seen = new HashSet<String>();
            return products.all()
                    .doOnNext(product -> {
                        keep(product, day);
                        seen.add(product.id());
                    })
                    .then(Mono.fromRunnable(() -> {
                        facts.keySet().retainAll(seen);
                        number = end;
                    }));
        });
    }

    private Mono<Long> end() {
        return changes.after(0, PAGE, Duration.ZERO)
                .expand(page -> page.items().isEmpty() ? Mono.empty() : changes.after(page.next(), PAGE, Duration.ZERO))
                .last()
                .map(ChangePage::next);
    }

    private Mono<Void> follow(LocalDate day) {
        return Mono.defer(() -> changes.after(number, PAGE, Duration.ZERO))
                .flatMap(page -> {
                    if (page.oldest() > number + 1) {
                        return readAll(day).thenReturn(false);
                    }
                    var ids = page.items().stream()
                            .map(Change::aggregateId)
                            .filter(id -> !id.isEmpty())
                            .collect(Collectors.toSet());
                    return readAgain(ids, day)
                            .then(Mono.fromRunnable(() -> number = page.next()))
                            .thenReturn(!page.items().isEmpty());
                })
                .repeat()
                .takeWhile(more -> more)
                .then();
    }

    private Mono<Void> turn(LocalDate day) {
        var turned = facts.values().stream()
                .filter(one -> one.until() != null && !day.isBefore(one.until()))
                .map(ProductFacts::id)
                .collect(Collectors.toSet());
        return readAgain(turned, day);
    }

    private Mono<Void> readAgain(Set<String> ids, LocalDate day) {
        return Flux.fromIterable(ids)
                .buffer(BATCH)
                .concatMap(some -> products.withIds(some).collectList().doOnNext(found -> {
                    found.forEach(product -> keep(product, day));
                    var there = found.stream().map(ProductRecord::id).collect(Collectors.toSet());
                    some.stream().filter(id -> !there.contains(id)).forEach(facts::remove);
                }))
                .then();
    }

    private void keep(ProductRecord product, LocalDate day) {
        facts.put(product.id(), ProductFacts.of(product, day, aims));
        groups.put(product.group().code(), product.group());
    }
}
