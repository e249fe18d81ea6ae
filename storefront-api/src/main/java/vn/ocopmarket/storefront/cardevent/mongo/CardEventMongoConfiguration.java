package vn.ocopmarket.storefront.cardevent.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class CardEventMongoConfiguration {

    private static final long DAYS_EVENTS_ARE_KEPT = 90;

    @Bean
    CollectionIndexes paymentEventIndexes() {
        var due = new IndexModel(
                Indexes.ascending(MongoEventInbox.DUE_AT),
                new IndexOptions().name("dueAt").sparse(true));
        var parked = new IndexModel(Indexes.ascending(MongoEventInbox.PARKED_AT), new IndexOptions().sparse(true));
        var old = new IndexModel(
                Indexes.ascending(MongoEventInbox.DONE_AT),
                new IndexOptions().name("doneAt").expireAfter(DAYS_EVENTS_ARE_KEPT, TimeUnit.DAYS));
        return new CollectionIndexes(MongoEventInbox.COLLECTION, List.of(due, parked, old));
    }
}
