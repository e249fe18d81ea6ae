package vn.ocopmarket.storefront;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.outbox.EventLog;
import vn.ocopmarket.outbox.OutboxIndexes;
import vn.ocopmarket.outbox.OutboxLag;
import vn.ocopmarket.outbox.ParkedEvents;
import vn.ocopmarket.outbox.Relay;
import vn.ocopmarket.outbox.RelaySettings;
import vn.ocopmarket.outbox.Route;
import vn.ocopmarket.outbox.Sources;
import vn.ocopmarket.service.RelayWorker;
import vn.ocopmarket.storefront.parked.ParkingPlace;

/** The one relay of this service's database: it carries on what the stores declare as {@link OutboxCollection}. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    Relay.Hints relayHints() {
        return Relay.Hints.create();
    }

    @Bean
    EventLog eventLog(MongoDatabase database, Relay.Hints hints) {
        return new EventLog(database, hints);
    }

    @Bean
    ParkingPlace parkedChanges(MongoDatabase database, Clock clock) {
        return new ParkedChanges(new ParkedEvents(database, clock));
    }

    @Bean
    CollectionIndexes eventLogIndexes() {
        return new CollectionIndexes(OutboxIndexes.LOG, OutboxIndexes.ofLog());
    }

    @Bean
    RelayWorker relayWorker(
            MongoDatabase database,
            ObjectProvider<OutboxCollection> declared,
            Clock clock,
            Relay.Hints hints,
            MeterRegistry meters) {
        var collections = declared.orderedStream().toList();
        var names = collections.stream()
                .map(OutboxCollection::collection)
                .distinct()
                .toList();
        List<Route> routes = collections.stream()
                .flatMap(collection -> collection.routes().stream())
                .toList();
        var settings = RelaySettings.of("storefront-" + new RandomIds().next(12));
        var sources = new Sources(names, routes);
        return new RelayWorker(
                new Relay(database, sources, settings, clock, hints), new OutboxLag(database, sources, clock), meters);
    }
}
