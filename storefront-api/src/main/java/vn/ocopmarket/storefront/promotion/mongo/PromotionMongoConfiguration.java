package vn.ocopmarket.storefront.promotion.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class PromotionMongoConfiguration {

    @Bean
    CollectionIndexes voucherIndexes() {
        return new CollectionIndexes(MongoVouchers.COLLECTION, List.of(new IndexModel(Indexes.ascending("open.at"))));
    }

    @Bean
    CollectionIndexes voucherUseIndexes() {
        return new CollectionIndexes(
                MongoRedemptions.COLLECTION, List.of(new IndexModel(Indexes.ascending("code", "at", "_id"))));
    }

    @Bean
    CollectionIndexes voucherBuyerIndexes() {
        var whenForgotten = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return new CollectionIndexes(
                MongoVoucherBuyers.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoVoucherBuyers.ORDERS)),
                        new IndexModel(Indexes.ascending(MongoVoucherBuyers.FORGET_AT), whenForgotten)));
    }
}
