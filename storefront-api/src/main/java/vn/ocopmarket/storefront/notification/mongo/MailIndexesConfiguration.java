package vn.ocopmarket.storefront.notification.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** What is due is found quickly; what is done is swept after a month. */
@Configuration(proxyBeanMethods = false)
class MailIndexesConfiguration {

    private static final long KEPT_DAYS = 30;

    @Bean
    CollectionIndexes mailIndexes() {
        return new CollectionIndexes(
                MongoMailOutbox.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoMailOutbox.DUE), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.ascending(MongoMailOutbox.PARKED_AT), new IndexOptions().sparse(true)),
                        new IndexModel(
                                Indexes.ascending(MongoMailOutbox.DONE_AT),
                                new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS))));
    }
}
