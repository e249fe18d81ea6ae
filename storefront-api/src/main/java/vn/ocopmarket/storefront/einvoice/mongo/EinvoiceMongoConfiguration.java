package vn.ocopmarket.storefront.einvoice.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class EinvoiceMongoConfiguration {

    @Bean
    CollectionIndexes invoiceIndexes() {
        return new CollectionIndexes(
                MongoInvoices.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoInvoices.STATE, MongoInvoices.ASKED_AT)),
                        new IndexModel(Indexes.ascending(MongoInvoices.STATE, MongoInvoices.DUE))));
    }
}
