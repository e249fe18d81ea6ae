package vn.ocopmarket.catalog.product;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.producer.Producers;

@Configuration(proxyBeanMethods = false)
class ProductConfiguration {

    @Bean
    ListingProducts listingProducts(Products products, Producers producers, ProductGroups groups, Clock clock) {
        return new ListingProducts(products, producers, groups, clock);
    }

    @Bean
    KeepingProducts keepingProducts(
            Products products, Producers producers, Places places, ProductGroups groups, Clock clock) {
        return new KeepingProducts(products, producers, places, groups, clock);
    }

    @Bean
    WritingProducts writingProducts(Products products) {
        return new WritingProducts(products);
    }

    @Bean
    SpreadWorker spreadWorker(Producers producers, Products products, Clock clock) {
        return new SpreadWorker(new SpreadingProducers(producers, products, clock));
    }
}
