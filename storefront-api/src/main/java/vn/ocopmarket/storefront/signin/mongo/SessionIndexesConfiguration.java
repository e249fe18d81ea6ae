package vn.ocopmarket.storefront.signin.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** Sessions of an account are found quickly; those that ran out are swept. */
@Configuration(proxyBeanMethods = false)
class SessionIndexesConfiguration {

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
