package vn.ocopmarket.storefront.throttle.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** Counters that ran out are swept. */
@Configuration(proxyBeanMethods = false)
class AttemptIndexesConfiguration {

    @Bean
    CollectionIndexes attemptIndexes() {
        var swept = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return new CollectionIndexes(
                MongoAttempts.COLLECTION, List.of(new IndexModel(Indexes.ascending(MongoAttempts.EXPIRES_AT), swept)));
    }
}
