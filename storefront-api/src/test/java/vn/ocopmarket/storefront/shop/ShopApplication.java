package vn.ocopmarket.storefront.shop;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import vn.ocopmarket.storefront.commerce.MovableClock;

/** Every feature as it is, with a clock that can be moved. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.ocopmarket.storefront",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {".*Application(\\$.*)?", ".*(Tests|IT)(\\$.*)?", ".*\\.openapi\\.Description"}))
class ShopApplication {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
