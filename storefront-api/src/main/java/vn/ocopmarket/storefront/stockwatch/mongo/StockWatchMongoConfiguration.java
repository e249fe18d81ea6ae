package vn.ocopmarket.storefront.stockwatch.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class StockWatchMongoConfiguration {

    @Bean
    CollectionIndexes stockThresholdIndexes() {
        return new CollectionIndexes(
                MongoStockNotes.THRESHOLDS, List.of(new IndexModel(Indexes.ascending("location"))));
    }

    @Bean
    CollectionIndexes stockConfirmationIndexes() {
        return new CollectionIndexes(
                MongoStockNotes.CONFIRMATIONS, List.of(new IndexModel(Indexes.ascending("location"))));
    }
}
