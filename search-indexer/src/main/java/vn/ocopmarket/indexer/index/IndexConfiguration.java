package vn.ocopmarket.indexer.index;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.indexer.projection.ProjectingProducts;

@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    @Bean
    IndexDefinition indexDefinition() {
        return IndexDefinition.published();
    }

    @Bean
    ProjectingProducts projectingProducts(JsonMapper json, Clock clock) {
        return new ProjectingProducts(json::writeValueAsString, clock);
    }

    @Bean
    IndexAccess indexAccess(Indices indices, IndexDefinition definition) {
        return new IndexAccess(indices, definition);
    }

    @Bean
    Parking parking(ParkedProducts parked, Clock clock, MeterRegistry meters) {
        return new Parking(parked, clock, meters);
    }

    @Bean
    WritingBatches writingBatches(
            Products products,
            Availability availability,
            Documents documents,
            Parking parking,
            ProjectingProducts projecting) {
        return new WritingBatches(products, availability, documents, parking, projecting);
    }

    @Bean
    RemovingProducts removingProducts(Products products, Documents documents) {
        return new RemovingProducts(products, documents);
    }

    @Bean
    RefreshingProducts refreshingProducts(
            Products products, WritingBatches batches, Parking parking, RemovingProducts removing) {
        return new RefreshingProducts(products, batches, parking, removing);
    }

    @Bean
    IndexingChanges indexingChanges(IndexAccess access, RefreshingProducts refreshing, Products products) {
        return new IndexingChanges(access, refreshing, products);
    }

    @Bean
    ReplayingParked replayingParked(ParkedProducts parked, IndexAccess access, RefreshingProducts refreshing) {
        return new ReplayingParked(parked, access, refreshing);
    }
}
