package vn.ocopmarket.storefront.ranking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocopmarket.storefront.pages.Outages;
import vn.ocopmarket.storefront.ranking.Ranking;
import vn.ocopmarket.storefront.ranking.Ranking.Favour;
import vn.ocopmarket.storefront.ranking.Ranking.Found;
import vn.ocopmarket.storefront.ranking.Ranking.Meaning;
import vn.ocopmarket.storefront.ranking.Ranking.Nearness;

@WebFluxTest(controllers = RankingPages.class, excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class RankingPagesTests {

    private static final Ranking UNUSUAL = new Ranking(
            new Found(9, 8.5, 0, 1.25),
            new Nearness(20, 21, 22, 23, 24),
            new Meaning(30, 0.125, 31, 31.5, 32, 33),
            new Favour(34, 35));

    @Autowired
    private WebTestClient web;

    @Test
    void showsTheWeightsInForceTheHeaviestFirst() {
        assertThat(page("vi"))
                .containsSubsequence(
                        "Bốn sao",
                        "×\u00a035<",
                        "Còn hàng",
                        "×\u00a034<",
                        "câu chuyện, khi",
                        "×\u00a033<",
                        "×\u00a032<",
                        "×\u00a031,5<",
                        "×\u00a031<",
                        "×\u00a030<",
                        "×\u00a024<",
                        "×\u00a023<",
                        "×\u00a022<")
                .containsSubsequence(
                        "×\u00a021<",
                        "×\u00a020<",
                        "trong tên sản phẩm<",
                        "×\u00a09<",
                        "×\u00a08,5<",
                        "×\u00a01,25<",
                        "×\u00a00,125<")
                .containsSubsequence("trong tên người làm<", "×\u00a00<");
        assertThat(page("en")).contains("×\u00a08.5<");
    }

    @Test
    void saysInBothLanguagesThatNobodyPaysAndAlcoholIsNotPromoted() {
        assertThat(page("vi"))
                .contains("Không ai mua được chỗ", "để hai nhóm rượu trắng")
                .doesNotContain("??");
        assertThat(page("en"))
                .contains("Nobody can buy a place", "never promoted")
                .doesNotContain("??");
    }

    private String page(String language) {
        var body = web.get()
                .uri("/about/ranking?lang=" + language)
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"vn.ocopmarket.storefront.pages", "vn.ocopmarket.storefront.ranking.web"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    static class Shop {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
        }

        @Bean
        Outages outages() {
            return _ -> false;
        }

        @Bean
        Ranking ranking() {
            return UNUSUAL;
        }
    }
}
