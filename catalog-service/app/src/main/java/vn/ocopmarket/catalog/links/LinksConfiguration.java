package vn.ocopmarket.catalog.links;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.product.Products;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinksSettings.class)
class LinksConfiguration {

    @Bean
    CheckingLinks checkingLinks(Links links, Probe probe, Products products, LinksSettings settings, Clock clock) {
        return new CheckingLinks(links, probe, products, settings, clock, LinkOwnerIds.next());
    }

    @Bean
    LinkWorker linkWorker(CheckingLinks checking, Links links, LinksSettings settings, MeterRegistry meters) {
        return new LinkWorker(checking, links, settings, meters);
    }
}
