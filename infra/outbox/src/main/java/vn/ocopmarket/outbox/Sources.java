package vn.ocopmarket.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where events come from and how they travel.
 *
 * @param collections whose documents carry an outbox
 * @param routes of the types that are not just logged
 */
public record Sources(List<String> collections, List<Route> routes) {

    public Sources {
        collections = List.copyOf(collections);
        routes = List.copyOf(routes);
    }

    public static Sources of(String... collections) {
        return new Sources(List.of(collections), List.of());
    }

    public Sources with(Route... more) {
        var all = new ArrayList<>(routes);
        all.addAll(List.of(more));
        return new Sources(collections, all);
    }

    Mono<Void> deliver(List<OutboxEvent> events) {
        return Flux.fromIterable(routes)
                .concatMap(route -> {
                    var mine = events.stream()
                            .filter(event -> event.type().equals(route.type()))
                            .toList();
                    return mine.isEmpty() ? Mono.empty() : route.delivery().deliver(mine);
                })
                .then();
    }

    /** Those that get a number, in order, without those that the log has. */
    List<OutboxEvent> toLog(List<OutboxEvent> events, Set<String> logged) {
        Map<String, OutboxEvent> chosen = new LinkedHashMap<>();
        for (var event : events) {
            var route = routeOf(event.type());
            var key = route.latestOnly() ? event.type() + " " + event.aggregateId() : event.id();
            if (route.logged()) {
                chosen.remove(key);
                chosen.put(key, event);
            }
        }
        return chosen.values().stream()
                .filter(event -> !logged.contains(event.id()))
                .toList();
    }

    private Route routeOf(String type) {
        return routes.stream()
                .filter(route -> route.type().equals(type))
                .findFirst()
                .orElseGet(() -> Route.plain(type));
    }
}
