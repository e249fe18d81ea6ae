package vn.ocopmarket.storefront.browse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.wording.WordingsInForce;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrowseSettings.class)
class BrowseConfiguration {

    @Bean
    Wordings shippedWordings() {
        return Wordings.published();
    }

    @Bean
    CurrentWordings currentWordings(Wordings shipped, WordingsInForce inForce) {
        return new CurrentWordings(shipped, inForce);
    }

    @Bean
    FindProducts findProducts(IndexedProducts indexed, CatalogueProducts catalogue) {
        return new FindingProducts(indexed, catalogue);
    }

    @Bean
    SuggestingWhileTyping suggestingWhileTyping(Listings listings, PlacesByName places, WorkingQueries queries) {
        return new SuggestingWhileTyping(listings, places, queries);
    }
}
