package vn.ocopmarket.catalog.stamp;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.history.ReadingHistory;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.trace.FindTraces;
import vn.ocopmarket.service.PeriodicWorker;

@Configuration(proxyBeanMethods = false)
class StampConfiguration {

    @Bean
    PrintingStamps printingStamps(StampRolls rolls, StampBatches batches, Places places, Clock clock) {
        return new PrintingStamps(rolls, batches, places, clock);
    }

    @Bean
    ActingOnStamps actingOnStamps(StampBatches batches, Clock clock) {
        return new ActingOnStamps(batches, clock);
    }

    @Bean
    GivingStamps givingStamps(ActingOnStamps acting, Products products, Clock clock) {
        return new GivingStamps(acting, products, clock);
    }

    @Bean
    NotingStamps notingStamps(ActingOnStamps acting, Clock clock) {
        return new NotingStamps(acting, clock);
    }

    @Bean
    SeeingStamps seeingStamps(StampBatches batches, Products products, ReadingHistory history, Clock clock) {
        return new SeeingStamps(batches, products, history, clock);
    }

    @Bean
    CheckingStamps checkingStamps(
            StampBatches batches, Products products, FindTraces traces, Places places, Clock clock) {
        return new CheckingStamps(batches, products, traces, places, clock);
    }

    /** For batches that somebody recorded and did not come to carry on. */
    @Bean
    PeriodicWorker stampWorker(PrintingStamps printing) {
        return new PeriodicWorker(
                "carrying on batches of stamps that were recorded", Duration.ofSeconds(10), printing::carryOn);
    }
}
