package vn.ocopmarket.catalog.imports.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class ImportIndexesConfiguration {

    /** Files of imports that are done are dropped at once; this is for those whose upload died half-way. */
    private static final long ORPHANS_EXPIRE_AFTER_DAYS = 7;

    @Bean
    CollectionIndexes importIndexes() {
        return new CollectionIndexes(
                MongoImports.COLLECTION, List.of(new IndexModel(Indexes.ascending("state", "leaseUntil"))));
    }

    @Bean
    CollectionIndexes importIssueIndexes() {
        return new CollectionIndexes(
                MongoImports.ISSUES, List.of(new IndexModel(Indexes.ascending("importId", "rejected", "row"))));
    }

    @Bean
    CollectionIndexes importFileIndexes() {
        return new CollectionIndexes(
                MongoImportFiles.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("importId")),
                        new IndexModel(
                                Indexes.ascending("createdAt"),
                                new IndexOptions().expireAfter(ORPHANS_EXPIRE_AFTER_DAYS, TimeUnit.DAYS))));
    }
}
