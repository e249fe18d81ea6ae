package vn.ocopmarket.catalog.epcis;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is null or empty does not narrow.
 *
 * @param keys of the goods, one of which the event is about
 * @param from first instant of their event time
 * @param before first instant that is too late
 * @param readers for whom; empty for all events
 * @param after where the page before this one ended, or null
 */
public record EventQuery(
        Set<String> keys,
        Set<String> types,
        Set<String> bizSteps,
        @Nullable Instant from,
        @Nullable Instant before,
        Set<String> readers,
        @Nullable Position after,
        int limit) {

    public static final int MOST = 1_000;

    public EventQuery {
        keys = Set.copyOf(keys);
        types = Set.copyOf(types);
        bizSteps = Set.copyOf(bizSteps);
        readers = Set.copyOf(readers);
    }

    /** Events about goods, for everybody. */
    public static EventQuery about(Set<String> keys, int limit) {
        return new EventQuery(keys, Set.of(), Set.of(), null, null, Set.of(), null, limit);
    }

    public EventQuery from(Position position) {
        return new EventQuery(keys, types, bizSteps, from, before, readers, position, limit);
    }

    /** A place in the order of events: by time, then by id. */
    public record Position(Instant at, String id) {}
}
