package vn.ocopmarket.storefront.throttle;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what attempts are counted by. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ThrottleSettings.class)
class ThrottleConfiguration {

    @Bean
    Origins origins(ThrottleSettings settings) {
        return new Origins(settings.trustedProxies());
    }

    @Bean
    CountingAttempts countingAttempts(Attempts attempts, Clock clock) {
        return new CountingAttempts(attempts, clock);
    }
}
