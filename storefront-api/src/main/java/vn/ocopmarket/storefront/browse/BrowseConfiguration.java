package vn.ocopmarket.storefront.browse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.browse.domain.Wordings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrowseSettings.class)
class BrowseConfiguration {

    @Bean
    Wordings wordings() {
        return Wordings.published();
    }

    @Bean
    FindProducts findProducts(IndexedProducts indexed, CatalogueProducts catalogue) {
        return new FindingProducts(indexed, catalogue);
    }
}
