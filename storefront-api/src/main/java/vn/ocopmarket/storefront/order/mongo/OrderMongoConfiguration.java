package vn.ocopmarket.storefront.order.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class OrderMongoConfiguration {

    @Bean
    CollectionIndexes orderIndexes() {
        var whereDue = new IndexOptions().partialFilterExpression(Filters.exists("due"));
        var whenForgotten = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return new CollectionIndexes(
                MongoOrders.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("number"), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending("due"), whereDue),
                        new IndexModel(Indexes.ascending(MongoOrders.FORGET_AT), whenForgotten),
                        new IndexModel(Indexes.ascending("createdAt", "_id"))));
    }
}
