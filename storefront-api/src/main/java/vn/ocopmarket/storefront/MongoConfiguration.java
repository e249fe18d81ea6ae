package vn.ocopmarket.storefront;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.ocopmarket.service.MakingIndexes;

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
    IndexMigration indexMigration(MongoDatabase database, Clock clock, List<CollectionIndexes> declared) {
        return new IndexMigration(new MakingIndexes(database, clock), declared);
    }
}
