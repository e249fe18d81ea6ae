package vn.ocopmarket.storefront.fair;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.nearby.OpenStalls;

/** Wires fairs from their ports. */
@Configuration(proxyBeanMethods = false)
class FairConfiguration {

    @Bean
    FindFairs findFairs(Fairs fairs, FindProducts products, Clock clock) {
        return new FindFairs(fairs, new JudgingPicks(products), clock);
    }

    @Bean
    RunningFairs runningFairs(Fairs fairs, FindProducts products, Locations locations, Clock clock, RandomIds ids) {
        return new RunningFairs(fairs, products, locations, clock, ids);
    }

    @Bean
    FindCandidates findCandidates(Listings listings, FindProducts products, Clock clock) {
        return new FindCandidates(listings, products, clock);
    }

    @Bean
    StockingStalls stockingStalls(Locations locations, MovingStock moving, FindStock stock, Clock clock) {
        return new StockingStalls(locations, moving, stock, clock);
    }

    /** Fairs to which everybody may go, on their days. */
    @Bean
    OpenStalls openStalls(Fairs fairs, Clock clock) {
        return new StallsOfToday(fairs, clock);
    }
}
