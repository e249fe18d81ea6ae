package vn.ocopmarket.indexer.rebuild;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.indexer.feed.ChangeLogs;
import vn.ocopmarket.indexer.feed.LeasedWork;
import vn.ocopmarket.indexer.feed.Leases;
import vn.ocopmarket.indexer.index.IndexDefinition;
import vn.ocopmarket.indexer.index.IndexingChanges;
import vn.ocopmarket.indexer.index.Indices;
import vn.ocopmarket.indexer.index.Products;
import vn.ocopmarket.indexer.index.RefreshingProducts;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

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
    IndexWorker indexWorker(RebuildingIndex index) {
        return new IndexWorker(index);
    }
}
