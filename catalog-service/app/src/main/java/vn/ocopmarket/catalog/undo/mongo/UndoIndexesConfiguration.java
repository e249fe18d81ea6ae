package vn.ocopmarket.catalog.undo.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class UndoIndexesConfiguration {

    @Bean
    CollectionIndexes leftProductIndexes() {
        return new CollectionIndexes(
                MongoLeftProducts.COLLECTION,
                List.of(new IndexModel(Indexes.ascending(MongoLeftProducts.RUN, MongoLeftProducts.PRODUCT))));
    }
}
