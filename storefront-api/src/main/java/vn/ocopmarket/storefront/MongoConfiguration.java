package vn.ocopmarket.storefront;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one database of this service and its indexes. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, Environment environment) {
        return client.getDatabase(environment.getRequiredProperty("spring.mongodb.database"));
    }

    @Bean
    RandomIds randomIds() {
        return new RandomIds();
    }

    @Bean
    IndexMigration indexMigration(MongoDatabase database, List<CollectionIndexes> declared) {
        return new IndexMigration(database, declared);
    }
}
