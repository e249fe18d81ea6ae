package vn.ocopmarket.storefront.account.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** One account an address; sessions that ran out are swept. */
@Configuration(proxyBeanMethods = false)
class IndexesConfiguration {

    @Bean
    CollectionIndexes accountIndexes() {
        var unique = new IndexOptions().unique(true);
        return new CollectionIndexes(
                MongoAccounts.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoAccounts.EMAIL), unique),
                        new IndexModel(
                                Indexes.ascending(MongoAccountLinks.LINK_HASH), new IndexOptions().sparse(true))));
    }

    @Bean
    CollectionIndexes sessionIndexes() {
        var swept = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        return new CollectionIndexes(
                MongoSessions.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoSessions.EXPIRES_AT), swept),
                        new IndexModel(Indexes.ascending(MongoSessions.ACCOUNT))));
    }
}
