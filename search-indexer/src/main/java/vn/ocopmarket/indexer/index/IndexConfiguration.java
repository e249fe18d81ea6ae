package vn.ocopmarket.indexer.index;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.indexer.feed.ChangeLogs;
import vn.ocopmarket.indexer.feed.LeasedWork;
import vn.ocopmarket.indexer.feed.Leases;
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
    CatchingUp catchingUp(ChangeLogs logs, Leases leases, IndexingChanges changes) {
        return new CatchingUp(logs, leases, changes);
    }

    @Bean
    RebuildParts rebuildParts(
            Indices indices, IndexDefinition definition, Products products, LeasedWork leased, Leases leases) {
        return new RebuildParts(indices, definition, products, leased, leases);
    }

    @Bean
    RebuildingIndex rebuildingIndex(
            RebuildParts parts, RefreshingProducts refreshing, CatchingUp catchingUp, Clock clock) {
        return new RebuildingIndex(parts, refreshing, catchingUp, clock);
    }

    @Bean
    ReplayingParked replayingParked(ParkedProducts parked, IndexAccess access, RefreshingProducts refreshing) {
        return new ReplayingParked(parked, access, refreshing);
    }

    @Bean
    IndexWorker indexWorker(RebuildingIndex index) {
        return new IndexWorker(index);
    }
}
