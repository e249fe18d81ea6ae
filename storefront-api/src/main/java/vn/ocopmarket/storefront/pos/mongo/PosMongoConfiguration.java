package vn.ocopmarket.storefront.pos.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** One open sale for each seller and location, each receipt number once, takings by location and day. */
@Configuration(proxyBeanMethods = false)
class PosMongoConfiguration {

    @Bean
    CollectionIndexes saleIndexes() {
        return new CollectionIndexes(
                MongoSales.COLLECTION,
                List.of(
                        new IndexModel(
                                Indexes.ascending(SaleDocuments.OPEN_BY),
                                new IndexOptions().unique(true).sparse(true)),
                        new IndexModel(
                                Indexes.ascending(SaleDocuments.RECEIPT),
                                new IndexOptions().unique(true).sparse(true)),
                        new IndexModel(Indexes.ascending("location", "day", "number")),
                        new IndexModel(
                                Indexes.ascending("day", "_id"),
                                new IndexOptions()
                                        .name("bookedOn")
                                        .partialFilterExpression(
                                                Filters.eq(SaleDocuments.STATE, SaleDocuments.BOOKED))),
                        new IndexModel(
                                Indexes.ascending(SaleDocuments.ENTER_SINCE, "_id"),
                                new IndexOptions()
                                        .name("toEnter")
                                        .partialFilterExpression(Filters.exists(SaleDocuments.ENTER_SINCE))),
                        new IndexModel(
                                Indexes.ascending(SaleDocuments.DROPPED_STOCK),
                                new IndexOptions()
                                        .name("dropped")
                                        .partialFilterExpression(Filters.exists(SaleDocuments.DROPPED_STOCK))),
                        new IndexModel(
                                Indexes.ascending("at"),
                                new IndexOptions()
                                        .name("unfinished")
                                        .partialFilterExpression(
                                                Filters.eq(SaleDocuments.STATE, SaleDocuments.BOOKING)))));
    }
}
