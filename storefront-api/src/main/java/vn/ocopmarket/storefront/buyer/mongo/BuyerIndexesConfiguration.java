package vn.ocopmarket.storefront.buyer.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** One buyer an address; codes that ran out are swept. */
@Configuration(proxyBeanMethods = false)
class BuyerIndexesConfiguration {

    @Bean
    CollectionIndexes buyerIndexes() {
        var unique = new IndexOptions().unique(true);
        return new CollectionIndexes(
                MongoBuyers.COLLECTION, List.of(new IndexModel(Indexes.ascending(MongoBuyers.EMAIL), unique)));
    }

    @Bean
    CollectionIndexes buyerCodeIndexes() {
        var swept = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return new CollectionIndexes(
                MongoSignInCodes.COLLECTION,
                List.of(new IndexModel(Indexes.ascending(MongoSignInCodes.EXPIRES_AT), swept)));
    }
}
