package vn.ocopmarket.storefront.settlement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.settlement.GatheringPlaces.Stuck;

/** Leaves out of one run what cannot be entered, so that it does not keep everything else waiting. */
final class LeavingOut {

    /** When so many fail and nothing succeeds, it is not they that are wrong. */
    private static final int OUTAGE = 5;

    private static final int LONGEST = 200;

    private final Map<String, Stuck> left = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    /** @param document the number by which people know it */
    record Kind<T>(Function<T, String> id, Function<T, String> document) {}

    int size() {
        return left.size();
    }

    boolean has(String id) {
        return left.containsKey(id);
    }

    List<Stuck> all() {
        return List.copyOf(left.values());
    }

    /** Whether it was left out because nobody can read it. */
    boolean isBroken(String id) {
        return broken.contains(id);
    }

    /** By their ids. */
    Map<String, Stuck> byId() {
        return Map.copyOf(left);
    }

    /** Those that can be read and were not left out; the others are, from now on. */
    <T> List<T> readable(List<Reading<T>> page) {
        var read = new ArrayList<T>();
        for (var one : page) {
            switch (one) {
                case Reading.Read<T>(var id, var value) when !has(id) -> read.add(value);
                case Reading.Read<T> _ -> {}
                case Reading.Broken<T>(var id, var name, var why) -> {
                    left.put(id, new Stuck(name, shortened(why)));
                    broken.add(id);
                }
            }
        }
        return read;
    }

    /** Together, or else one by one. Gives how many entries are new. An error when none of them can be entered. */
    <T> Mono<Long> enter(List<T> page, Kind<T> kind, Function<List<T>, Mono<Long>> entering) {
        return Mono.defer(() -> entering.apply(page)).onErrorResume(_ -> {
            var failed = new AtomicInteger();
            var entered = new AtomicInteger();
            // What was left out before is among the oldest: the others show first whether anything can be entered.
            return Flux.fromIterable(page.reversed())
                    .concatMap(one -> Mono.defer(() -> entering.apply(List.of(one)))
                            .doOnSuccess(_ -> entered.incrementAndGet())
                            .onErrorResume(fault -> failed.incrementAndGet() >= OUTAGE && entered.get() == 0
                                    ? Mono.error(fault)
                                    : leaveOut(one, kind, fault)))
                    .reduce(0L, Long::sum);
        });
    }

    private <T> Mono<Long> leaveOut(T one, Kind<T> kind, Throwable fault) {
        var document = kind.document().apply(one);
        left.put(kind.id().apply(one), new Stuck(document, shortened(String.valueOf(fault))));
        return Mono.just(0L);
    }

    private static String shortened(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST));
    }
}
