package vn.ocopmarket.catalog.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the trust in tokens. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    TrustingTokens trustingTokens(Optional<Issuer> issuer, Clock clock) {
        return new TrustingTokens(issuer.orElse(null), clock);
    }
}
