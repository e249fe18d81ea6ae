package vn.ocopmarket.storefront.nearby;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Locations;

@Configuration(proxyBeanMethods = false)
class NearbyConfiguration {

    @Bean
    FindNearby findNearby(FindStock stock, Locations locations, OpenStalls stalls, Clock clock) {
        return new FindNearby(stock, locations, stalls, clock);
    }
}
