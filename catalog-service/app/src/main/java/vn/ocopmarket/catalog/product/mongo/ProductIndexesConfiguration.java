package vn.ocopmarket.catalog.product.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;
import vn.ocopmarket.outbox.OutboxIndexes;

@Configuration(proxyBeanMethods = false)
class ProductIndexesConfiguration {

    @Bean
    CollectionIndexes productIndexes() {
        var indexes = new ArrayList<>(List.of(
                new IndexModel(Indexes.ascending("slug"), new IndexOptions().unique(true)),
                new IndexModel(Indexes.ascending("identities"), new IndexOptions().unique(true)),
                new IndexModel(
                        Indexes.ascending("skus"),
                        new IndexOptions().unique(true).sparse(true)),
                new IndexModel(
                        Indexes.ascending("gtins"),
                        new IndexOptions().unique(true).sparse(true)),
                new IndexModel(Indexes.ascending("producer.id")),
                new IndexModel(Indexes.ascending("place.provinceCode"))));
        indexes.addAll(OutboxIndexes.ofSource());
        return new CollectionIndexes(MongoProducts.COLLECTION, indexes);
    }

    @Bean
    CollectionIndexes importBeforeIndexes() {
        return new CollectionIndexes(
                MongoBefores.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(MongoBefores.RUN, MongoBefores.PRODUCT)),
                        expiring(MongoBefores.NOTED_AT, 180)));
    }

    @Bean
    CollectionIndexes importPlanIndexes() {
        return new CollectionIndexes(
                MongoPlans.COLLECTION,
                List.of(
                        new IndexModel(Indexes.ascending(PlanDocuments.PLAN, PlanDocuments.ROW)),
                        new IndexModel(Indexes.ascending(PlanDocuments.KEYS)),
                        expiring(PlanDocuments.PLANNED_AT, 7)));
    }

    private static IndexModel expiring(String since, long days) {
        return new IndexModel(Indexes.ascending(since), new IndexOptions().expireAfter(days, TimeUnit.DAYS));
    }
}
