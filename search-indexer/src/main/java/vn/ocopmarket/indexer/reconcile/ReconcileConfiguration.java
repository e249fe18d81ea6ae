package vn.ocopmarket.indexer.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.indexer.feed.LeasedWork;
import vn.ocopmarket.indexer.index.Documents;
import vn.ocopmarket.indexer.index.IndexAccess;
import vn.ocopmarket.indexer.index.Products;
import vn.ocopmarket.indexer.index.RefreshingProducts;
import vn.ocopmarket.indexer.index.RemovingProducts;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconcileSettings.class)
class ReconcileConfiguration {

    @Bean
    ReconcileParts reconcileParts(Products products, Documents documents, IndexAccess access, LeasedWork leased) {
        return new ReconcileParts(products, documents, access, leased);
    }

    @Bean
    ReconcileResults reconcileResults(Reconciliations results, MeterRegistry meters) {
        return new ReconcileResults(results, meters);
    }

    @Bean
    ReconcilingIndex reconcilingIndex(
            ReconcileParts parts,
            RefreshingProducts refreshing,
            RemovingProducts removing,
            ReconcileResults results,
            Clock clock) {
        return new ReconcilingIndex(parts, refreshing, removing, results, clock);
    }

    @Bean
    ReconcileWorker reconcileWorker(ReconcilingIndex reconciling, ReconcileSettings settings) {
        return new ReconcileWorker(reconciling, settings);
    }
}
