package vn.ocopmarket.catalog.inspection.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class FindingIndexesConfiguration {

    @Bean
    CollectionIndexes findingIndexes() {
        return new CollectionIndexes(
                MongoFindings.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("subject.provinceCode", MongoFindings.TAG)),
                        new IndexModel(Indexes.ascending("subject.producerId")),
                        new IndexModel(Indexes.ascending("subject.productId")),
                        new IndexModel(
                                Indexes.ascending(FindingDocuments.TO_CARRY_OUT), new IndexOptions().sparse(true))));
    }
}
