package vn.ocopmarket.storefront.payment.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** The indexes of this feature. */
@Configuration(proxyBeanMethods = false)
class PaymentMongoConfiguration {

    private static final long DAYS_EVENTS_ARE_KEPT = 90;

    @Bean
    CollectionIndexes paymentIndexes() {
        return new CollectionIndexes(MongoPayments.COLLECTION, List.of(due(PaymentDocuments.DUE_AT)));
    }

    @Bean
    CollectionIndexes paymentEventIndexes() {
        var old = new IndexModel(
                Indexes.ascending(MongoEventInbox.DONE_AT),
                new IndexOptions().name("doneAt").expireAfter(DAYS_EVENTS_ARE_KEPT, TimeUnit.DAYS));
        return new CollectionIndexes(MongoEventInbox.COLLECTION, List.of(due(MongoEventInbox.DUE_AT), old));
    }

    private static IndexModel due(String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().name("dueAt").sparse(true));
    }
}
