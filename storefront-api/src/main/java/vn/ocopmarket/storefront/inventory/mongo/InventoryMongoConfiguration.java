package vn.ocopmarket.storefront.inventory.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.outbox.OutboxIndexes;
import vn.ocopmarket.outbox.Route;
import vn.ocopmarket.storefront.CollectionIndexes;
import vn.ocopmarket.storefront.OutboxCollection;
import vn.ocopmarket.storefront.RandomIds;

@Configuration(proxyBeanMethods = false)
class InventoryMongoConfiguration {

    @Bean
    StockEvents stockEvents(RandomIds ids) {
        return new StockEvents(ids);
    }

    @Bean
    CollectionIndexes stockLevelIndexes() {
        var indexes = new ArrayList<>(OutboxIndexes.ofSource());
        indexes.add(new IndexModel(Indexes.ascending("sku", "_id")));
        indexes.add(new IndexModel(Indexes.ascending("locationId", "_id")));
        indexes.add(new IndexModel(Indexes.ascending("holds.expiresAt")));
        return new CollectionIndexes(MongoStockLevels.COLLECTION, indexes);
    }

    @Bean
    CollectionIndexes stockLedgerIndexes() {
        return new CollectionIndexes(
                MongoStockLedger.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending("levelId")),
                        new IndexModel(Indexes.ascending("sku", "at")),
                        new IndexModel(Indexes.ascending("sku", "lot", "at")),
                        new IndexModel(Indexes.ascending("locationId", "at"))));
    }

    @Bean
    CollectionIndexes stockMovementIndexes() {
        var onlyOpen = new IndexOptions().partialFilterExpression(Filters.eq("open", true));
        return new CollectionIndexes(
                MongoStockMovements.COLLECTION, List.of(new IndexModel(Indexes.ascending("open", "at"), onlyOpen)));
    }

    @Bean
    OutboxCollection stockOutbox(MongoStockLedger ledger) {
        return new OutboxCollection(
                MongoStockLevels.COLLECTION,
                List.of(
                        Route.deliverOnly(StockEvents.LEDGER, ledger::add),
                        Route.latestOnly(StockEvents.AVAILABILITY)));
    }
}
