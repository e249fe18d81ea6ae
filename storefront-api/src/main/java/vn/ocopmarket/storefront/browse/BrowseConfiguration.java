package vn.ocopmarket.storefront.browse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrowseSettings.class)
class BrowseConfiguration {

    @Bean
    FindProducts findProducts(IndexedProducts indexed, CatalogueProducts catalogue) {
        return new FindingProducts(indexed, catalogue);
    }
}
