package vn.ocopmarket.storefront.suggest.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** Counts that are too old are swept. */
@Configuration(proxyBeanMethods = false)
class SuggestIndexesConfiguration {

    @Bean
    CollectionIndexes searchCountIndexes() {
        var swept = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return new CollectionIndexes(
                MongoQueryCounts.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoQueryCounts.EXPIRES_AT), swept),
                        new IndexModel(Indexes.ascending(MongoQueryCounts.DAY))));
    }
}
