package vn.ocopmarket.storefront.wording.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.Browser;
import vn.ocopmarket.storefront.DeskBeans;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.wording.ShippedWordings;
import vn.ocopmarket.storefront.wording.TryingWordings;
import vn.ocopmarket.storefront.wording.TryingWordings.Compared;
import vn.ocopmarket.storefront.wording.TryingWordings.Found;
import vn.ocopmarket.storefront.wording.TryingWordings.Trial;
import vn.ocopmarket.storefront.wording.WordingsInMemory;

@WebFluxTest(
        controllers = {WordingPages.class, WordingController.class},
        excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class WordingPagesTests {

    private static final String SHIPPED = "/staff/wordings/shipped-means-honey";

    @Autowired
    private WebTestClient web;

    @Autowired
    private Browser browser;

    @Autowired
    private WordingsInMemory kept;

    @BeforeEach
    void clear() {
        kept.kept.clear();
    }

    @Test
    void keepsADraftPreviewsAndPublishesIt() {
        var there =
                Objects.requireNonNull(browser.sent("/staff/wordings", Map.of("words", "rổ\r\nrá <b>, thúng"), 400));
        assertThat(there).contains("“rá &lt;b&gt;” có ký tự", "rổ").doesNotContain("rá <b>");
        var _ = browser.sent("/staff/wordings", Map.of("words", "rổ, rá", "region", "Bắc <Bộ>"), 303);
        var address = "/staff/wordings/" + kept.kept.keySet().iterator().next();
        assertThat(browser.page(address, 200))
                .contains("Bản nháp", "Bắc &lt;Bộ&gt;", "can-bo@example.vn", "Công bố")
                .doesNotContain("sẽ đổi kết quả");
        assertThat(browser.page(address + "?queries=gio", 200))
                .contains("1 trong 394 câu tìm", "Rổ tre", "Bây giờ: 0 sản phẩm", "Sau đó: 1 sản phẩm", "không đổi");
        var _ = browser.sent(address + "/publications", Map.of("version", "1"), 303);
        assertThat(browser.page(address, 200)).contains("Đang dùng", "Rút lại").doesNotContain("Sửa nhóm từ");
        assertThat(browser.sent(address + "/withdrawals", Map.of("version", "1"), 412))
                .contains("Có người vừa sửa");
        var _ = browser.sent(address + "/withdrawals", Map.of("version", "2"), 303);
        assertThat(browser.page(address, 200)).contains("Đã rút lại", "Sửa nhóm từ");
    }

    @Test
    void showsShippedGroupsWhichCanOnlyBeSwitched() {
        assertThat(browser.page("/staff/wordings?q=mat+ong", 200)).contains("honey", "→ mật ong", "Có sẵn, đang dùng");
        assertThat(browser.page("/staff/wordings?q=xyz", 200)).doesNotContain("honey");
        assertThat(browser.page(SHIPPED, 200)).contains("Tắt").doesNotContain("Sửa nhóm từ");
        var _ = browser.sent(SHIPPED + "/withdrawals", Map.of("version", "0"), 303);
        assertThat(browser.page(SHIPPED, 200)).contains("Có sẵn, đã tắt", "Bật lại");
        assertThat(browser.sent(SHIPPED, Map.of("version", "1", "words", "a b, c"), 409))
                .contains("Không sửa được nhóm này");
        assertThat(browser.page("/staff/wordings/none", 404)).contains("404");
    }

    @Test
    void rendersInBothLanguagesWithoutAMissingWord() {
        for (var address : List.of("/staff/wordings?q=", SHIPPED + "?queries=honey")) {
            for (var language : List.of("vi", "en")) {
                assertThat(browser.page(address + "&lang=" + language, 200)).doesNotContain("??", " style=");
            }
        }
    }

    @Test
    void asksProgramsForTheVersionThatTheyRead() {
        var address = web.post()
                .uri("/api/v1/wordings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"words\":[\"rổ\",\"rá\"]}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .returnResult(String.class)
                .getResponseHeaders()
                .getLocation();
        var publications = address + "/publications";
        web.post().uri(publications).exchange().expectStatus().isEqualTo(428);
        web.post()
                .uri(publications)
                .header("If-Match", "\"7\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.revision")
                .isEqualTo(1);
        web.post()
                .uri(publications)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED");
        web.put()
                .uri(String.valueOf(address))
                .header("If-Match", "\"2\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"words\":[\"rổ\",\"thúng\"]}")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        web.post()
                .uri("/api/v1/wordings")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .bodyValue("{\"words\":[\"rổ\",\"RỔ\"]}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("“RỔ” is written twice");
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "vn.ocopmarket.storefront.pages",
                "vn.ocopmarket.storefront.desk.web",
                "vn.ocopmarket.storefront.wording"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|\\.mongo\\.).*"))
    @Import({Browser.class, DeskBeans.class})
    static class Desk {

        @Bean
        CurrentStaff currentStaff() {
            var officer = new StaffMember(
                    "o", "can-bo@example.vn", Set.of(Role.OCOP_OFFICER), Set.of("42"), Set.of(), Set.of());
            return () -> Mono.just(officer);
        }

        @Bean
        WordingsInMemory kept() {
            return new WordingsInMemory();
        }

        @Bean
        ShippedWordings shipped() {
            return new Honey();
        }

        @Bean
        TryingWordings trying() {
            return (queries, _, _) -> {
                var nothing = new Found(List.of(), 0);
                var same = queries.stream()
                        .map(query -> new Compared(query, nothing, nothing))
                        .toList();
                var other = new Compared("rổ rá", nothing, new Found(List.of("Rổ tre"), 1));
                return Mono.just(new Trial(same, 394, List.of(other), 1));
            };
        }
    }

    private static final class Honey implements ShippedWordings {

        @Override
        public List<Came> all() {
            return List.of(new Came("means-honey", "means", List.of("honey"), List.of("mật ong"), "English"));
        }

        @Override
        public boolean isLeftOut(String word) {
            return false;
        }
    }
}
