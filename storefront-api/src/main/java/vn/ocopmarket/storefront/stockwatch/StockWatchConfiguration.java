package vn.ocopmarket.storefront.stockwatch;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.ocopmarket.storefront.inventory.FindStock;

@Configuration(proxyBeanMethods = false)
class StockWatchConfiguration {

    @Bean
    WatchingStock watchingStock(FindStock stock, StockNotes notes, Environment environment, Clock clock) {
        var usual = environment.getProperty("ocop.stock-watch.threshold", Long.class, 5L);
        return new WatchingStock(stock, notes, usual, clock);
    }
}
