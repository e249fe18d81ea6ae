package vn.ocopmarket.catalog;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.ocopmarket.outbox.OutboxIndexes;
import vn.ocopmarket.outbox.Relay;

@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, Environment environment) {
        return client.getDatabase(environment.getRequiredProperty("spring.mongodb.database"));
    }

    @Bean
    Relay.Hints relayHints() {
        return Relay.Hints.create();
    }

    @Bean
    CollectionIndexes eventIndexes() {
        return new CollectionIndexes(OutboxIndexes.LOG, OutboxIndexes.ofLog());
    }
}
