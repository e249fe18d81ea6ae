package vn.ocopmarket.storefront.account.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.CollectionIndexes;

/** One account an address; the account of a link is found quickly. */
@Configuration(proxyBeanMethods = false)
class IndexesConfiguration {

    @Bean
    CollectionIndexes accountIndexes() {
        var unique = new IndexOptions().unique(true);
        return new CollectionIndexes(
                MongoAccounts.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoAccounts.EMAIL), unique),
                        new IndexModel(Indexes.ascending("locations")),
                        new IndexModel(
                                Indexes.ascending(MongoAccountLinks.LINK_HASH), new IndexOptions().sparse(true))));
    }
}
