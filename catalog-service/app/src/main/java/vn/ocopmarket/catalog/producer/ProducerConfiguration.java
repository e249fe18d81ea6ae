package vn.ocopmarket.catalog.producer;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.place.Places;

@Configuration(proxyBeanMethods = false)
class ProducerConfiguration {

    @Bean
    ProducerKinds producerKinds() {
        return ProducerKinds.load();
    }

    @Bean
    KeepingProducers keepingProducers(Producers producers, Places places, ProducerKinds kinds, Clock clock) {
        return new KeepingProducers(producers, places, kinds, clock);
    }
}
