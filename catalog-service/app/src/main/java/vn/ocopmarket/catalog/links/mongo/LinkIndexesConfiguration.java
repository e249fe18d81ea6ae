package vn.ocopmarket.catalog.links.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class LinkIndexesConfiguration {

    @Bean
    CollectionIndexes linkIndexes() {
        return new CollectionIndexes(
                MongoLinks.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("due")),
                        new IndexModel(Indexes.ascending("answer.checkedAt"), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.ascending("producerId")),
                        new IndexModel(Indexes.ascending("provinceCode"))));
    }
}
