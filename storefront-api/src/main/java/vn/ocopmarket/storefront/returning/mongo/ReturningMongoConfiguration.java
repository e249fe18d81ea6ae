package vn.ocopmarket.storefront.returning.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class ReturningMongoConfiguration {

    @Bean
    CollectionIndexes announcedReceptionIndexes() {
        return new CollectionIndexes(
                MongoAnnouncedReceptions.COLLECTION,
                List.of(new IndexModel(Indexes.ascending(MongoAnnouncedReceptions.ORDER))));
    }

    @Bean
    CollectionIndexes buyerRequestIndexes() {
        var whereDue = new IndexOptions().partialFilterExpression(Filters.exists(MongoBuyerRequests.DUE));
        return new CollectionIndexes(
                MongoBuyerRequests.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoBuyerRequests.ORDER)),
                        new IndexModel(Indexes.ascending(MongoBuyerRequests.DUE), whereDue),
                        new IndexModel(Indexes.ascending(MongoBuyerRequests.STATE, MongoBuyerRequests.ASKED_AT, "_id")),
                        new IndexModel(Indexes.ascending(
                                MongoBuyerRequests.LOCATIONS,
                                MongoBuyerRequests.STATE,
                                MongoBuyerRequests.ASKED_AT,
                                "_id"))));
    }
}
