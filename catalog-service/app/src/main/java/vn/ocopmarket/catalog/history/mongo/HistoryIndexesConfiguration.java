package vn.ocopmarket.catalog.history.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;
import vn.ocopmarket.catalog.DeedDocuments;

@Configuration(proxyBeanMethods = false)
class HistoryIndexesConfiguration {

    @Bean
    CollectionIndexes historyIndexes() {
        return new CollectionIndexes(
                MongoHistories.COLLECTION, List.of(new IndexModel(Indexes.ascending("record", DeedDocuments.NUMBER))));
    }
}
