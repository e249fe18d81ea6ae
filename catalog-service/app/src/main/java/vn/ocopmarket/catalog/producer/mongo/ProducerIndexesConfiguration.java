package vn.ocopmarket.catalog.producer.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class ProducerIndexesConfiguration {

    @Bean
    CollectionIndexes producerIndexes() {
        return new CollectionIndexes(
                MongoProducers.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("slug"), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending("identities"), new IndexOptions().unique(true)),
                        new IndexModel(
                                Indexes.ascending("unspread"),
                                new IndexOptions().partialFilterExpression(Filters.gt("unspread", 0)))));
    }
}
