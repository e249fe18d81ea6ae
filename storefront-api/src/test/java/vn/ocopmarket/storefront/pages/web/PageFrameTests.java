package vn.ocopmarket.storefront.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Outages;
import vn.ocopmarket.storefront.pages.Problem;

@WebFluxTest(
        controllers = PageFrameTests.Rehearsal.class,
        excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class PageFrameTests {

    @Autowired
    private WebTestClient web;

    @Test
    void greetsInVietnameseWhateverTheBrowserSpeaks() {
        assertThat(page("/rehearsal", "Accept-Language", "en-US")).contains("lang=\"vi\"", "Giỏ hàng");
    }

    @Test
    void speaksEnglishWhenAskedAndRemembersIt() {
        web.get()
                .uri("/rehearsal?lang=en")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectCookie()
                .valueEquals("lang", "en")
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("lang=\"en\"", ">Cart<"));
        assertThat(page("/rehearsal", "Cookie", "lang=en")).contains("lang=\"en\"");
    }

    @Test
    void letsNothingForeignRun() {
        web.get()
                .uri("/rehearsal")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("script-src 'self'", "default-src 'none'")
                                .doesNotContain("unsafe"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff/rehearsal", "/%73taff/rehearsal", "/st%61ff/rehearsal", "/sign-%69n"})
    void letsNobodyKeepWhatIsPersonalHoweverItsAddressIsWritten(String address) {
        web.get()
                .uri(URI.create(address))
                .exchange()
                .expectHeader()
                .value("Cache-Control", kept -> assertThat(kept).contains("no-store"));
    }

    @Test
    void tellsProgramsAProblem() {
        web.get()
                .uri("/api/v1/rehearsal/refused")
                .header("Accept-Language", "en")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/forbidden")
                .jsonPath("$.title")
                .isEqualTo("Not allowed")
                .jsonPath("$.sku")
                .isEqualTo("A-1");
    }

    @Test
    void tellsPeopleTheSameAsAPage() {
        web.get()
                .uri("/rehearsal/refused")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Bạn không có quyền"));
    }

    @Test
    void saysNotFoundInBothForms() {
        web.get()
                .uri("/no-such-page")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Không tìm thấy"));
        web.get()
                .uri("/api/v1/no-such-thing")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/not-found");
    }

    @Test
    void answersWhatAFilterFailsWith() {
        web.get()
                .uri("/api/v1/rehearsal/kept-out")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/unauthorized");
    }

    @Test
    void saysWhenToComeBackWhileAStoreIsAway() {
        web.get()
                .uri("/api/v1/rehearsal/away")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/unavailable");
    }

    @Test
    void namesAnUnknownField() {
        web.post()
                .uri("/api/v1/rehearsal/names")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"a\",\"nmae\":\"b\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("nmae");
    }

    @Test
    void refusesWhatAnotherSiteSends() {
        web.post()
                .uri("/api/v1/rehearsal/names")
                .header("Sec-Fetch-Site", "cross-site")
                .exchange()
                .expectStatus()
                .isForbidden();
        web.post()
                .uri("/api/v1/rehearsal/names")
                .header("Origin", "https://evil.example")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void servesItsOwnFilesForAYearOnceTheirAddressNamesTheirContent() {
        web.get().uri("/assets/site.css").exchange().expectHeader().valueMatches("Cache-Control", ".*max-age=3600.*");
        web.get()
                .uri("/assets/site.css?v=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Cache-Control", ".*max-age=31536000.*");
        web.get()
                .uri(page("/rehearsal", "Accept", "text/html").replaceAll("(?s).*(/assets/htmx[^\"]+)\".*", "$1"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String page(String address, String header, String value) {
        var body = web.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .header(header, value)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackages = "vn.ocopmarket.storefront.pages")
    static class Frame {

        /** As in the application, whose clock reads the time zones before the first request. */
        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
        }

        @Bean
        Outages outages() {
            return ConnectException.class::isInstance;
        }
    }

    @Component
    static class KeepingOut implements WebFilter {

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            var path = exchange.getRequest().getURI().getPath();
            return path.endsWith("kept-out") ? Mono.error(Problem.of("unauthorized", 401)) : chain.filter(exchange);
        }
    }

    @Controller
    static class Rehearsal {

        @GetMapping("/rehearsal")
        String page() {
            return "rehearsal";
        }

        @GetMapping({"/api/v1/rehearsal/refused", "/rehearsal/refused"})
        @ResponseBody
        String refused() {
            throw Problem.of("forbidden", 409).with("sku", "A-1");
        }

        @GetMapping("/api/v1/rehearsal/away")
        @ResponseBody
        Mono<String> away() {
            return Mono.error(new ConnectException("refused"));
        }

        @PostMapping("/api/v1/rehearsal/names")
        @ResponseBody
        Name name(@RequestBody Name name) {
            return name;
        }
    }

    record Name(String name) {}
}
