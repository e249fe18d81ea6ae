package vn.ocopmarket.catalog.idempotency.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;
import vn.ocopmarket.service.idempotency.AnsweredRequests;
import vn.ocopmarket.service.idempotency.IdempotencyKeys;

@Configuration(proxyBeanMethods = false)
class IdempotencyMongoConfiguration {

    @Bean
    AnsweredRequests answeredRequests(MongoDatabase database) {
        return IdempotencyKeys.in(database);
    }

    @Bean
    CollectionIndexes answeredRequestIndexes() {
        return new CollectionIndexes(IdempotencyKeys.COLLECTION, IdempotencyKeys.indexes());
    }
}
