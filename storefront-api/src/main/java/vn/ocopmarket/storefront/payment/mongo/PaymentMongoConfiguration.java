package vn.ocopmarket.storefront.payment.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** The indexes of this feature. */
@Configuration(proxyBeanMethods = false)
class PaymentMongoConfiguration {

    @Bean
    CollectionIndexes paymentIndexes() {
        return new CollectionIndexes(
                MongoPayments.COLLECTION,
                List.of(
                        new IndexModel(
                                Indexes.ascending(PaymentDocuments.DUE_AT),
                                new IndexOptions().name("dueAt").sparse(true)),
                        new IndexModel(Indexes.ascending(PaymentDocuments.ORDER_NUMBER)),
                        new IndexModel(
                                Indexes.ascending(PaymentDocuments.PAID_BY_CARD_AT, "_id"),
                                new IndexOptions()
                                        .partialFilterExpression(Filters.exists(PaymentDocuments.PAID_BY_CARD_AT))),
                        new IndexModel(
                                Indexes.ascending(PaymentDocuments.DISPUTED_SINCE), new IndexOptions().sparse(true)),
                        new IndexModel(
                                Indexes.ascending(PaymentDocuments.BY_HAND_SINCE), new IndexOptions().sparse(true))));
    }
}
