package vn.ocopmarket.catalog.access.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.access.Issuer;

/** Makes the way to the issuer where one is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerSettings.class)
class IssuerConfiguration {

    @Bean
    @Nullable
    Issuer issuer(IssuerSettings settings) {
        return settings.url().isEmpty() ? null : new HttpIssuer(settings.url());
    }
}
