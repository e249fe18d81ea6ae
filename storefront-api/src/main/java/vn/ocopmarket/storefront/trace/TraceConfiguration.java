package vn.ocopmarket.storefront.trace;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.inventory.StoppingSale;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    RecallWorker recallWorker(Recalls recalls, StoppingSale stopping, Clock clock) {
        return new RecallWorker(recalls, stopping, clock);
    }
}
