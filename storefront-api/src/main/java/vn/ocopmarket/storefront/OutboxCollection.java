package vn.ocopmarket.storefront;

import java.util.List;
import vn.ocopmarket.outbox.Route;

/** A collection whose documents carry an outbox, and the ways of its events; stores declare theirs as beans of this type. */
public record OutboxCollection(String collection, List<Route> routes) {

    public OutboxCollection {
        routes = List.copyOf(routes);
    }
}
