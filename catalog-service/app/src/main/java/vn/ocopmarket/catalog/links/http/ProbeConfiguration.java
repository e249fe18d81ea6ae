package vn.ocopmarket.catalog.links.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.links.LinksSettings;
import vn.ocopmarket.catalog.links.Probe;

@Configuration(proxyBeanMethods = false)
class ProbeConfiguration {

    @Bean
    Probe probe(LinksSettings settings) {
        return new HttpProbe(new PublicAddresses(), settings.userAgent(), settings.timeout());
    }
}
