package vn.ocopmarket.storefront;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.ParkedEvents;
import vn.ocopmarket.storefront.parked.Parked;
import vn.ocopmarket.storefront.parked.ParkingPlace;

/** Events that the relay could tell nobody of, for whoever looks after parked work. */
final class ParkedChanges implements ParkingPlace {

    private final ParkedEvents events;

    ParkedChanges(ParkedEvents events) {
        this.events = events;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public Flux<Parked> parked(int limit) {
        return events.parked(limit)
                .map(event -> new Parked(kind(), event.id(), event.about(), event.why(), 0, event.since()));
    }

    @Override
    public Mono<Boolean> replay(String id) {
        return events.replay(id);
    }

    @Override
    public Mono<Boolean> drop(String id, Dropping dropping) {
        return events.drop(id, dropping.why(), dropping.by());
    }
}
