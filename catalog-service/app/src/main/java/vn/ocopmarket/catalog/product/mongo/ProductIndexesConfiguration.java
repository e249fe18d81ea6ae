package vn.ocopmarket.catalog.product.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;
import vn.ocopmarket.outbox.OutboxIndexes;

@Configuration(proxyBeanMethods = false)
class ProductIndexesConfiguration {

    @Bean
    CollectionIndexes productIndexes() {
        var indexes = new ArrayList<>(List.of(
                new IndexModel(Indexes.ascending("slug"), new IndexOptions().unique(true)),
                new IndexModel(Indexes.ascending("identities"), new IndexOptions().unique(true)),
                new IndexModel(
                        Indexes.ascending("skus"),
                        new IndexOptions().unique(true).sparse(true)),
                new IndexModel(
                        Indexes.ascending("gtins"),
                        new IndexOptions().unique(true).sparse(true)),
                new IndexModel(Indexes.ascending("producer.id"))));
        indexes.addAll(OutboxIndexes.ofSource());
        return new CollectionIndexes(MongoProducts.COLLECTION, indexes);
    }
}
