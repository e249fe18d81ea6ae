package vn.ocopmarket.storefront.stockdesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.Locations;

@Configuration(proxyBeanMethods = false)
class StockDeskConfiguration {

    @Bean
    NamingGoods namingGoods(FindProducts products) {
        return new NamingGoods(products);
    }

    @Bean
    StockPlaces stockPlaces(Locations locations) {
        return new StockPlaces(locations);
    }
}
