package vn.ocopmarket.storefront.settlement.mongo;

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
class SettlementMongoConfiguration {

    @Bean
    CollectionIndexes entryIndexes() {
        return new CollectionIndexes(
                MongoEntries.COLLECTION,
                List.of(
                        new IndexModel(
                                Indexes.ascending(EntryDocuments.SELLER_ID, EntryDocuments.DAY, "_id"),
                                whereOpen("openOfSeller")),
                        new IndexModel(Indexes.ascending(EntryDocuments.DAY, "_id"), whereOpen("openByDay")),
                        new IndexModel(Indexes.ascending(EntryDocuments.STATEMENT, EntryDocuments.DAY, "_id"))));
    }

    private static IndexOptions whereOpen(String name) {
        return new IndexOptions().name(name).partialFilterExpression(Filters.exists(EntryDocuments.OPEN));
    }

    /** What makes months follow each other: no two come after the same. */
    @Bean
    CollectionIndexes periodIndexes() {
        return new CollectionIndexes(
                MongoPeriods.COLLECTION,
                List.of(new IndexModel(
                        Indexes.ascending(StatementDocuments.AFTER),
                        new IndexOptions().unique(true).sparse(true))));
    }

    @Bean
    CollectionIndexes statementIndexes() {
        return new CollectionIndexes(
                MongoStatements.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(StatementDocuments.SELLER, StatementDocuments.PERIOD)),
                        new IndexModel(Indexes.ascending(StatementDocuments.PERIOD, "_id"))));
    }
}
