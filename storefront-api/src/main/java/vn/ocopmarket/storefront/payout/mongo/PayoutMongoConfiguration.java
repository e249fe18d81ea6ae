package vn.ocopmarket.storefront.payout.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** The indexes of this feature. */
@Configuration(proxyBeanMethods = false)
class PayoutMongoConfiguration {

    @Bean
    CollectionIndexes payoutIndexes() {
        return new CollectionIndexes(
                MongoPayouts.COLLECTION,
                List.of(
                        new IndexModel(Indexes.descending(PayoutDocuments.CREATED_AT, "_id")),
                        new IndexModel(Indexes.ascending(PayoutDocuments.ORDERS))));
    }
}
