package vn.ocopmarket.indexer;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/** The services that the index is made from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourcesSettings.class)
class SourcesConfiguration {

    /** A hundred products with their stories. */
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    @Bean
    WebClient catalog(WebClient.Builder builder, SourcesSettings settings) {
        return client(builder, settings.catalog().url()).build();
    }

    @Bean
    WebClient storefront(WebClient.Builder builder, SourcesSettings settings, Clock clock) {
        var plain = client(builder, settings.storefront().url());
        var tokens = new ServiceTokens(plain.build(), settings.storefront(), clock);
        return plain.filter(tokens::signedIn).build();
    }

    private static WebClient.Builder client(WebClient.Builder builder, String url) {
        return builder.clone()
                .baseUrl(url)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER));
    }
}
