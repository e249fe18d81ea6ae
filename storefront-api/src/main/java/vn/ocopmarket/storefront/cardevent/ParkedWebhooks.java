package vn.ocopmarket.storefront.cardevent;

import java.time.Clock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.parked.Parked;
import vn.ocopmarket.storefront.parked.ParkingPlace;

/** Events of the card provider that could not be applied, for whoever looks after parked work. */
public final class ParkedWebhooks implements ParkingPlace {

    private final EventInbox inbox;
    private final Clock clock;

    public ParkedWebhooks(EventInbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public Flux<Parked> parked(int limit) {
        return inbox.parked(limit)
                .map(event -> new Parked(
                        kind(),
                        event.id(),
                        event.type() + " " + event.about(),
                        event.why(),
                        event.tries(),
                        event.since()));
    }

    @Override
    public Mono<Boolean> replay(String id) {
        return Mono.defer(() -> inbox.replay(id, clock.instant()));
    }

    @Override
    public Mono<Boolean> drop(String id, Dropping dropping) {
        return Mono.defer(() -> inbox.drop(id, dropping.why(), dropping.by(), clock.instant()));
    }
}
