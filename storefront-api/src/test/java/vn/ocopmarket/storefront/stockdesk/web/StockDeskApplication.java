package vn.ocopmarket.storefront.stockdesk.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.place.Communes;
import vn.ocopmarket.storefront.pos.ProductsByHand;

/** The desks of stock with stock and accounts, over a catalogue filled by hand. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.ocopmarket.storefront",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "vn\\.ocopmarket\\.storefront\\.(?!(?:account|secret|throttle|signin|secondfactor|token|notification)\\.|pages\\.|desk\\.|inventory\\.|transfer\\.|stockdesk\\.|stockcount\\.|stockwatch\\.|idempotency\\.)[a-z]+\\..*",
                            ".*(Tests|IT)(\\$.*)?",
                            ".*\\.(?!StockDesk)[A-Za-z]+Application"
                        }))
class StockDeskApplication {

    @Bean
    Communes noCommunes() {
        return _ -> Mono.empty();
    }

    @Bean
    ProductsByHand products() {
        return new ProductsByHand();
    }
}
