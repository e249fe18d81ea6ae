package vn.ocopmarket.storefront.cart.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class CartMongoConfiguration {

    private static final long DAYS_KEPT = 30;

    @Bean
    CollectionIndexes cartIndexes() {
        var expiring = new IndexOptions().expireAfter(DAYS_KEPT, TimeUnit.DAYS);
        return new CollectionIndexes(
                MongoCarts.COLLECTION, List.of(new IndexModel(Indexes.ascending(CartDocuments.TOUCHED), expiring)));
    }
}
