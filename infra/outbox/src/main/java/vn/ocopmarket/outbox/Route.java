package vn.ocopmarket.outbox;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What happens to events of one type, where it is more than being logged.
 *
 * @param logged whether they get a number in the log
 * @param latestOnly whether, of several of one aggregate that wait at the same time, only the last is logged
 */
public record Route(String type, boolean logged, boolean latestOnly, Delivery delivery) {

    private static final Delivery NOWHERE = _ -> Mono.empty();

    /** Delivered, and not logged. */
    public static Route deliverOnly(String type, Delivery delivery) {
        return new Route(type, false, false, delivery);
    }

    /** Delivered first, then logged. */
    public static Route deliver(String type, Delivery delivery) {
        return new Route(type, true, false, delivery);
    }

    /** For events that only say "read it again". */
    public static Route latestOnly(String type) {
        return new Route(type, true, true, NOWHERE);
    }

    static Route plain(String type) {
        return new Route(type, true, false, NOWHERE);
    }

    /** Takes events in the order of each aggregate, at least once each, so it must be idempotent by their ids. */
    @FunctionalInterface
    public interface Delivery {

        /** Complete: they are safe and may leave their documents. Error: they stay and come again. */
        Mono<Void> deliver(List<OutboxEvent> events);
    }
}
