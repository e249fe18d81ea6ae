package vn.ocopmarket.catalog.product;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.service.PeriodicWorker;

@Configuration(proxyBeanMethods = false)
class ProductConfiguration {

    @Bean
    CatalogueTarget catalogueTarget(Products products, Producers producers, Befores befores) {
        return new CatalogueTarget(products, producers, befores);
    }

    @Bean
    ListingProducts.Targets listingTargets(
            CatalogueTarget catalogue, Plans plans, Products products, Producers producers) {
        return new ListingProducts.Targets() {

            @Override
            public ListingTarget catalogue() {
                return catalogue;
            }

            @Override
            public ListingTarget plan(String planId) {
                return new PlannedTarget(planId, plans, products, producers);
            }
        };
    }

    @Bean
    ListingProducts listingProducts(ListingProducts.Targets targets, ProductGroups groups, Clock clock) {
        return new ListingProducts(targets, groups, clock);
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
    PeriodicWorker spreadWorker(Producers producers, Products products, Clock clock) {
        var spreading = new SpreadingProducers(producers, products, clock);
        return new PeriodicWorker("telling products of a producer's new name", Duration.ofSeconds(3), spreading::run);
    }
}
