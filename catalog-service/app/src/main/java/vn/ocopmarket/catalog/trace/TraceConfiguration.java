package vn.ocopmarket.catalog.trace;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.epcis.Events;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Products;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    KeepingLots keepingLots(Lots lots, Products products, Clock clock) {
        return new KeepingLots(lots, products, clock);
    }

    @Bean
    RecallingLots recallingLots(KeepingLots keeping, EvidenceFiles files) {
        return new RecallingLots(keeping, files);
    }

    @Bean
    FindTraces findTraces(Products products, Producers producers, Lots lots, Events events) {
        return new FindTraces(products, producers, lots, events);
    }
}
