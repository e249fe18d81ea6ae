package vn.ocopmarket.storefront.transfer.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class TransferMongoConfiguration {

    @Bean
    CollectionIndexes transferIndexes() {
        var onlyOpen = new IndexOptions().partialFilterExpression(Filters.eq("open", true));
        return new CollectionIndexes(
                MongoTransfers.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("locations", "sentAt", "_id")),
                        new IndexModel(Indexes.ascending("open", "steppedAt"), onlyOpen)));
    }
}
