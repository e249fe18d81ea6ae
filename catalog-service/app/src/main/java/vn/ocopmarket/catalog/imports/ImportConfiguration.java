package vn.ocopmarket.catalog.imports;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.imports.RunningImports.Pace;
import vn.ocopmarket.catalog.imports.RunningImports.Stores;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.producer.ProducerKinds;
import vn.ocopmarket.catalog.product.ListingProducts;
import vn.ocopmarket.catalog.product.Plans;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private final ImportSignals signals = new ImportSignals();
    private final ImportSettings settings = ImportSettings.of(ImportIds.worker());

    @Bean(destroyMethod = "dispose")
    Scheduler importScheduler() {
        return ImportSchedulers.create();
    }

    @Bean
    Stores importStores(Imports imports, ImportFiles files, Plans plans, Scheduler importScheduler) {
        return new Stores(imports, new LocalFiles(files, importScheduler), plans);
    }

    @Bean
    ListTerms listTerms(Places places, ProductGroups groups, ProducerKinds kinds) {
        return new ListTerms(places, groups, kinds);
    }

    @Bean
    AcceptingImports acceptingImports(Stores stores, RowSources sources, Scheduler importScheduler, Clock clock) {
        return new AcceptingImports(stores, sources, signals, importScheduler, clock);
    }

    @Bean
    ImportStage listingStage(
            Stores stores, RowSources sources, ListingProducts listing, ListTerms terms, Scheduler importScheduler) {
        return new ListingStage(stores, sources, listing, terms, new Pace(settings, importScheduler));
    }

    @Bean
    ActingOnImports actingOnImports(Imports imports, Clock clock) {
        return new ActingOnImports(imports, signals, clock);
    }

    @Bean
    RunningImports runningImports(Stores stores, List<ImportStage> stages) {
        return new RunningImports(stores, settings, stages);
    }

    @Bean
    ImportWorker importWorker(RunningImports running) {
        return new ImportWorker(running, signals, settings);
    }
}
