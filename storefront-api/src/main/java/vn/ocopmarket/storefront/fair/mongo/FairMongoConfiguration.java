package vn.ocopmarket.storefront.fair.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** One fair an address; lists by state or province in the order of their first days. */
@Configuration(proxyBeanMethods = false)
class FairMongoConfiguration {

    @Bean
    CollectionIndexes fairIndexes() {
        return new CollectionIndexes(
                MongoFairs.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("slug"), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending(FairDocuments.STATE, "first")),
                        new IndexModel(Indexes.ascending("province", "first"))));
    }
}
