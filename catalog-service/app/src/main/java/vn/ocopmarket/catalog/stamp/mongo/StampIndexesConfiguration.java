package vn.ocopmarket.catalog.stamp.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class StampIndexesConfiguration {

    @Bean
    CollectionIndexes stampIndexes() {
        return new CollectionIndexes(
                MongoStampBatches.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(BatchDocuments.ROLL, BatchDocuments.FROM)),
                        new IndexModel(Indexes.ascending(BatchDocuments.PROVINCE, BatchDocuments.PRINTED_ON)),
                        new IndexModel(Indexes.ascending(BatchDocuments.PRODUCT))));
    }
}
