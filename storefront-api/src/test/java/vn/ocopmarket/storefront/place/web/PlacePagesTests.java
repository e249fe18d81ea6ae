package vn.ocopmarket.storefront.place.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.TODAY;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.pages.Outages;
import vn.ocopmarket.storefront.place.Communes;
import vn.ocopmarket.storefront.place.Communes.Former;
import vn.ocopmarket.storefront.place.Communes.Known;
import vn.ocopmarket.storefront.place.Communes.Province;

@WebFluxTest(controllers = PlacePages.class, excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class PlacePagesTests {

    @Autowired
    private WebTestClient web;

    @Test
    void tellsWhatComesFromAPlaceWhoMakesItAndWhatItWasCalled() {
        for (var language : List.of("vi", "en")) {
            assertThat(page("/places/29266?lang=" + language, 200))
                    .doesNotContain("??")
                    .contains(
                            "Xã Tam Ngãi, Tỉnh Vĩnh Long",
                            "Xã Thông Hòa, Huyện Cầu Kè, Tỉnh Trà Vinh",
                            "Trà Shan",
                            "/producers/");
        }
        assertThat(page("/places/29266", 200)).contains("(một phần)");
    }

    @Test
    void saysWhenNothingIsForSale() {
        assertThat(page("/places/00004", 200)).contains("Hiện chưa có sản phẩm nào");
    }

    @Test
    void doesNotKnowACodeThatNobodyHas() {
        assertThat(page("/places/99999", 404)).contains("Không có xã, phường này");
    }

    private String page(String address, int status) {
        return new String(
                Objects.requireNonNull(web.get()
                        .uri(address)
                        .accept(MediaType.TEXT_HTML)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"vn.ocopmarket.storefront.pages", "vn.ocopmarket.storefront.place.web"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    static class Shop {

        @Bean
        Clock clock() {
            var zone = ZoneId.of("Asia/Ho_Chi_Minh");
            return Clock.fixed(TODAY.atTime(9, 0).atZone(zone).toInstant(), zone);
        }

        @Bean
        Outages outages() {
            return _ -> false;
        }

        @Bean
        Communes communes() {
            return code -> code.equals("99999")
                    ? Mono.empty()
                    : Mono.just(new Known(
                            code,
                            "Xã Tam Ngãi",
                            new Province("86", "Tỉnh Vĩnh Long"),
                            List.of(
                                    new Former("Xã Thông Hòa", "Huyện Cầu Kè", "Tỉnh Trà Vinh", true),
                                    new Former("Xã Tam Ngãi", "Huyện Cầu Kè", "Tỉnh Trà Vinh", false))));
        }

        @Bean
        Listings listings() {
            return new Listings() {
                @Override
                public Mono<SearchPage> search(ProductQuery query) {
                    var cards = query.filters().communes().contains("29266")
                            ? List.of(SearchCard.of(aProduct("p1", "Trà Shan").record(), true))
                            : List.<SearchCard>of();
                    return Mono.just(new SearchPage(cards, cards.size(), true, Map.of(), null, null));
                }

                @Override
                public Mono<Suggestions> suggest(String typed, LocalDate day) {
                    return Mono.empty();
                }
            };
        }
    }
}
