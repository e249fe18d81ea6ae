package vn.ocopmarket.storefront.banktransfer.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** The indexes of this feature. */
@Configuration(proxyBeanMethods = false)
class BankTransferMongoConfiguration {

    @Bean
    CollectionIndexes bankNoticeIndexes() {
        return new CollectionIndexes(
                MongoBankNotices.COLLECTION,
                List.of(sparse(MongoBankNotices.DUE_AT), sparse(MongoBankNotices.OPEN_SINCE)));
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().name(field).sparse(true));
    }
}
