package vn.ocopmarket.storefront.fair.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.place.Communes;
import vn.ocopmarket.storefront.pos.ProductsByHand;

/** Fairs with their stock and accounts, over a catalogue filled by hand. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.ocopmarket.storefront",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "vn\\.ocopmarket\\.storefront\\.(?!(?:account|secret|throttle|signin|secondfactor|token|notification)\\.|pages\\.|inventory\\.|fair\\.)[a-z]+\\..*",
                            "vn\\.ocopmarket\\.storefront\\.StorefrontApplication",
                            ".*(Tests|IT)(\\$.*)?",
                            ".*\\.web\\.(?!Fair)[A-Z][a-z]+Application"
                        }))
class FairApplication {

    @Bean
    Communes oneCommune() {
        return code -> code.equals("00004")
                ? Mono.just(
                        new Communes.Known(code, "Phường Ba Đình", new Communes.Province("01", "Hà Nội"), List.of()))
                : Mono.empty();
    }

    @Bean
    ProductsByHand products() {
        return new ProductsByHand();
    }

    @Bean
    Listings listings(ProductsByHand products) {
        return new Listings() {
            @Override
            public Mono<SearchPage> search(ProductQuery query) {
                var cards = products.all().stream()
                        .filter(product -> VietnameseText.fold(product.name()).contains(VietnameseText.fold(query.q())))
                        .map(product -> SearchCard.of(product, true))
                        .toList();
                return Mono.just(new SearchPage(cards, cards.size(), true, Map.of(), null, null));
            }

            @Override
            public Mono<Suggestions> suggest(String typed, LocalDate day) {
                return Mono.just(new Suggestions(List.of(), List.of(), List.of(), List.of()));
            }
        };
    }
}
