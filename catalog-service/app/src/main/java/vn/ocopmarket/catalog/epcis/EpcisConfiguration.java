package vn.ocopmarket.catalog.epcis;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.producer.Producers;

@Configuration(proxyBeanMethods = false)
class EpcisConfiguration {

    @Bean
    CapturingEvents capturingEvents(EventDocuments documents, Events events, Producers producers, Clock clock) {
        return new CapturingEvents(documents, events, producers, EpcisSchedulers.create(), clock);
    }
}
