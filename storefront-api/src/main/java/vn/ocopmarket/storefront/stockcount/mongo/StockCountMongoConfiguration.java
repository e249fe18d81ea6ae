package vn.ocopmarket.storefront.stockcount.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class StockCountMongoConfiguration {

    /** The unique one lets a location have one open count. */
    @Bean
    CollectionIndexes stockCountIndexes() {
        return new CollectionIndexes(
                MongoCounts.COLLECTION,
                List.of(
                        new IndexModel(
                                Indexes.ascending("openLocation"),
                                new IndexOptions()
                                        .unique(true)
                                        .partialFilterExpression(Filters.exists("openLocation"))),
                        new IndexModel(Indexes.ascending("location", "startedAt")),
                        new IndexModel(
                                Indexes.ascending("booking", "steppedAt"),
                                new IndexOptions().partialFilterExpression(Filters.eq("booking", true)))));
    }
}
