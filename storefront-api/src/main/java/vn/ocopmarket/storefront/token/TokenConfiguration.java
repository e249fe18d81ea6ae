package vn.ocopmarket.storefront.token;

import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.StaffAuthentication;

/** Wires tokens and their keys, and says whom a token stands for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
class TokenConfiguration {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    @Bean
    KeyRing keyRing(SigningKeys stored, Clock clock, Scheduler passwordScheduler) {
        return new KeyRing(stored, clock, passwordScheduler);
    }

    @Bean
    KeysWorker keysWorker(KeyRing keys, TokenSettings settings) {
        return new KeysWorker(keys, settings);
    }

    @Bean
    IssuingTokens issuingTokens(KeyRing keys, TokenSettings settings, Clock clock, Scheduler passwordScheduler) {
        return new IssuingTokens(keys, settings, clock, passwordScheduler);
    }

    @Bean
    ReactiveJwtDecoder jwtDecoder(KeyRing keys, Clock clock) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSource((SignedJWT _) -> keys.keys())
                .build();
        var validator = new JwtTimestampValidator(CLOCK_SKEW);
        validator.setClock(clock);
        decoder.setJwtValidator(validator);
        return decoder;
    }

    @Bean
    Converter<Jwt, Mono<StaffAuthentication>> staffOfTokens(Accounts accounts) {
        return new StaffOfTokens(accounts);
    }
}
