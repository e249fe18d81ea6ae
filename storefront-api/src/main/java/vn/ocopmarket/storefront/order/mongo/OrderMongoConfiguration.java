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
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.OrderState;

@Configuration(proxyBeanMethods = false)
class OrderMongoConfiguration {

    @Bean
    CollectionIndexes orderIndexes() {
        var whereDue = new IndexOptions().partialFilterExpression(Filters.exists("due"));
        // Orders that nobody has confirmed are made at every checkout and asked for by nobody.
        var whereCameBack = new IndexOptions()
                .name("cameBack")
                .partialFilterExpression(Filters.eq("fulfillment", FulfillmentState.PARTIALLY_RETURNED.name()));
        var whereCollected = new IndexOptions().partialFilterExpression(Filters.exists(ParcelDocuments.CODE));
        var whereUsed = new IndexOptions()
                .name("collected")
                .partialFilterExpression(Filters.exists(ParcelDocuments.COLLECTED_AT));
        var whereNews = new IndexOptions().partialFilterExpression(Filters.exists(MongoOrderNews.DUE));
        var whereToEnter = new IndexOptions().partialFilterExpression(Filters.exists(MongoOrdersToEnter.SINCE));
        var whereCompleted = new IndexOptions()
                .name("completed")
                .partialFilterExpression(Filters.eq("state", OrderState.COMPLETED.name()));
        var whereBuyer = new IndexOptions().partialFilterExpression(Filters.exists(MongoOrdersOfBuyers.BUYER));
        var whenForgotten = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return new CollectionIndexes(
                MongoOrders.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("number"), new IndexOptions().unique(true)),
                        new IndexModel(Indexes.ascending("due"), whereDue),
                        new IndexModel(Indexes.ascending(MongoOrderNews.DUE), whereNews),
                        new IndexModel(Indexes.ascending(MongoOrdersToEnter.SINCE), whereToEnter),
                        new IndexModel(Indexes.ascending("state", "_id"), whereCompleted),
                        new IndexModel(Indexes.ascending(MongoOrders.FORGET_AT), whenForgotten),
                        new IndexModel(Indexes.ascending("createdAt", "_id")),
                        new IndexModel(Indexes.ascending("preparation.takes.locationId", "createdAt", "_id", "state")),
                        new IndexModel(Indexes.ascending("state", "fulfillment", "_id"), whereConfirmed("confirmed")),
                        new IndexModel(Indexes.ascending("fulfillment", "createdAt", "_id"), whereConfirmed("inWork")),
                        new IndexModel(
                                Indexes.ascending("preparation.takes.locationId", "createdAt", "_id"),
                                whereConfirmed("inWorkThere")),
                        new IndexModel(
                                Indexes.ascending(OrderDocuments.PHONE_TAIL, "createdAt", "_id"),
                                whereConfirmed("inWorkFor")),
                        new IndexModel(Indexes.ascending("createdAt", "_id", "fulfillment"), whereCameBack),
                        new IndexModel(Indexes.ascending(ParcelDocuments.COLLECTED_AT), whereUsed),
                        new IndexModel(Indexes.ascending(MongoOrdersOfBuyers.BUYER, "createdAt", "_id"), whereBuyer),
                        new IndexModel(Indexes.ascending(ParcelDocuments.CODE), whereCollected)));
    }

    private static IndexOptions whereConfirmed(String name) {
        return new IndexOptions().name(name).partialFilterExpression(Filters.eq("state", OrderState.CONFIRMED.name()));
    }
}
