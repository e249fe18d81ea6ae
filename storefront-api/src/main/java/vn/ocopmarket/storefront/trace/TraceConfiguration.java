package vn.ocopmarket.storefront.trace;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    KnownLinks knownLinks() {
        return new KnownLinks();
    }

    @Bean
    LinkWorker linkWorker(OutsideAnswers answers, KnownLinks known, Clock clock) {
        return new LinkWorker(answers, known, clock);
    }
}
