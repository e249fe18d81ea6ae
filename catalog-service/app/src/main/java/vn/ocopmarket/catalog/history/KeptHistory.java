package vn.ocopmarket.catalog.history;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Histories.Kind;

/** Keeps histories within bounds: a record carries its latest deeds, and lets go of the older half once there are many. */
public final class KeptHistory {

    private static final int MOST_INSIDE = 20;

    private KeptHistory() {}

    public static boolean isLong(List<Deed> history) {
        return history.size() > MOST_INSIDE;
    }

    /** What stays with the record. */
    public static List<Deed> inside(List<Deed> history) {
        return isLong(history) ? history.subList(history.size() - MOST_INSIDE / 2, history.size()) : history;
    }

    /** To be done before the record is written without them; the one that is being written is never among them. */
    public static Mono<Void> moveOut(Histories histories, Kind kind, String id, List<Deed> history) {
        return isLong(history)
                ? histories.keep(kind, id, history.subList(0, history.size() - MOST_INSIDE / 2))
                : Mono.empty();
    }
}
