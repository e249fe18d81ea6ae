package vn.ocopmarket.catalog.epcis.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class EpcisIndexesConfiguration {

    @Bean
    CollectionIndexes epcisIndexes() {
        return new CollectionIndexes(
                MongoEvents.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(EventFields.KEYS, EventFields.AT)),
                        new IndexModel(Indexes.ascending(EventFields.READERS, EventFields.AT)),
                        new IndexModel(Indexes.ascending(EventFields.AT))));
    }
}
