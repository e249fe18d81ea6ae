package vn.ocopmarket.catalog.media.http;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.media.Originals;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ocop.media.originals", havingValue = "s3")
@EnableConfigurationProperties(S3Settings.class)
class S3Configuration {

    /** Not the market's clock, which may be moved: the storage refuses what was signed at another hour than its own. */
    @Bean
    Originals s3Originals(S3Settings settings) {
        return new S3Originals(settings, Clock.systemUTC());
    }

    @Bean
    S3Outages s3Outages() {
        return new S3Outages();
    }
}
