package vn.ocopmarket.catalog.product;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.producer.Producers;

@Configuration(proxyBeanMethods = false)
class ProductConfiguration {

    @Bean
    ListingProducts listingProducts(Products products, Producers producers, ProductGroups groups, Clock clock) {
        return new ListingProducts(products, producers, groups, clock);
    }
}
