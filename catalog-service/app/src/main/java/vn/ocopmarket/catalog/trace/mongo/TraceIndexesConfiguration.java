package vn.ocopmarket.catalog.trace.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class TraceIndexesConfiguration {

    @Bean
    CollectionIndexes lotIndexes() {
        return new CollectionIndexes(
                MongoLots.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("productId", "_id")),
                        new IndexModel(Indexes.ascending("createdAt")),
                        new IndexModel(Indexes.ascending("productId", "createdAt")),
                        new IndexModel(
                                Indexes.ascending(LotDocuments.RECALL_CHANGED), new IndexOptions().sparse(true))));
    }
}
