package vn.ocopmarket.catalog.feed.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.outbox.EventLog;
import vn.ocopmarket.outbox.OutboxLag;
import vn.ocopmarket.outbox.Relay;
import vn.ocopmarket.outbox.RelaySettings;
import vn.ocopmarket.outbox.Sources;
import vn.ocopmarket.service.RelayWorker;

@Configuration(proxyBeanMethods = false)
class FeedMongoConfiguration {

    private static final Sources SOURCES = Sources.of("products");

    @Bean
    EventLog eventLog(MongoDatabase database, Relay.Hints hints) {
        return new EventLog(database, hints);
    }

    @Bean
    Relay relay(MongoDatabase database, Clock clock, Relay.Hints hints) {
        return new Relay(database, SOURCES, RelaySettings.of(RelayOwnerIds.next()), clock, hints);
    }

    @Bean
    OutboxLag outboxLag(MongoDatabase database, Clock clock) {
        return new OutboxLag(database, SOURCES, clock);
    }

    @Bean
    RelayWorker relayWorker(Relay relay, OutboxLag lag, MeterRegistry meters) {
        return new RelayWorker(relay, lag, meters);
    }
}
