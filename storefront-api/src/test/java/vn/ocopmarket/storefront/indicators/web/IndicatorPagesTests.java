package vn.ocopmarket.storefront.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import vn.ocopmarket.contract.indicators.IndicatorReport;
import vn.ocopmarket.contract.indicators.IndicatorReport.Part;
import vn.ocopmarket.contract.indicators.IndicatorReport.RightCount;
import vn.ocopmarket.contract.indicators.IndicatorReport.Stars;
import vn.ocopmarket.contract.indicators.IndicatorReport.Target;
import vn.ocopmarket.contract.indicators.IndicatorReport.Tracing;
import vn.ocopmarket.contract.indicators.IndicatorReport.Year;
import vn.ocopmarket.storefront.indicators.Indicators;
import vn.ocopmarket.storefront.indicators.Indicators.Choice;
import vn.ocopmarket.storefront.pages.Outages;

@WebFluxTest(controllers = IndicatorPages.class, excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class IndicatorPagesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final AtomicReference<Choice> ASKED = new AtomicReference<>(Choice.ALL);

    @Autowired
    private WebTestClient web;

    @Test
    void showsEveryFigureBesideItsChartInBothLanguages() {
        for (var language : List.of("vi", "en")) {
            assertThat(page("/indicators?lang=" + language, 200))
                    .doesNotContain("??")
                    .contains("<svg role=\"img\"", "Xã Tam Ngãi, Tỉnh Vĩnh Long", "Huyện Cầu Ngang", "62%", ">2025<");
        }
        assertThat(page("/indicators?lang=en", 200)).contains("Herbal tea", "Not reached");
    }

    @Test
    void asksForWhatWasChosen() {
        var page = page("/indicators?province=86&group=&year=2025&stars=4", 200);

        assertThat(ASKED.get()).isEqualTo(new Choice(List.of("86"), List.of(), List.of(2025), List.of(4)));
        assertThat(page).contains("/indicators.xlsx?province=86&amp;year=2025&amp;stars=4");
    }

    @Test
    void refusesWhatCannotBeChosen() {
        for (var query : List.of("province=8", "stars=6", "year=1999", "group=%3Cb%3E")) {
            assertThat(page("/indicators?" + query, 400)).doesNotContain("<b>");
        }
    }

    @Test
    void writesAWorkbookWithASheetForEachTable(@TempDir Path folder) throws IOException {
        var bytes = Objects.requireNonNull(web.get()
                .uri("/indicators.xlsx?lang=en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment; filename=\"ocop-2026-11-22.xlsx\"")
                .expectBody()
                .returnResult()
                .getResponseBody());
        var file = Files.write(folder.resolve("figures.xlsx"), bytes);
        var sheets = 0;
        var words = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                sheets += entry.getName().startsWith("xl/worksheets/sheet") ? 1 : 0;
                words.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(sheets).isEqualTo(7);
        assertThat(words).contains("Herbal tea", "IP rights", "KH 76");
    }

    @Test
    void givesTheSameAsData() {
        web.get()
                .uri("/api/v1/indicators")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.certified.four")
                .isEqualTo(5);
    }

    private String page(String address, int status) {
        return new String(
                Objects.requireNonNull(web.get()
                        .uri(URI.create(address))
                        .accept(MediaType.TEXT_HTML)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    private static IndicatorReport report() {
        var stars = new Stars(2, 5, 1);
        return new IndicatorReport(
                DAY,
                12,
                stars,
                new Tracing(5, 1, 1, 1),
                4,
                List.of(new Year(2024, new Stars(3, 0, 0), Stars.NONE), new Year(2025, stars, new Stars(0, 1, 0))),
                List.of(new Part("07", "Trà thảo mộc", "Herbal tea", "Đồ uống", stars, 5, 4)),
                List.of(new Part("86", "Tỉnh Vĩnh Long", null, null, stars, 5, 4)),
                List.of(new Part("29266", "Xã Tam Ngãi", null, "Tỉnh Vĩnh Long", stars, 5, 4)),
                List.of(new RightCount("TRADEMARK", 3)),
                List.of(
                        new Target(
                                "a",
                                "TRACED",
                                "Huyện Cầu Ngang",
                                "86",
                                50,
                                true,
                                DAY.minusYears(1),
                                DAY,
                                "KH 76",
                                1,
                                2L),
                        new Target(
                                "b",
                                "NEW",
                                "Huyện Nghi Xuân",
                                "42",
                                5,
                                false,
                                DAY.minusYears(4),
                                DAY.minusYears(3),
                                "KH",
                                7,
                                null)));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"vn.ocopmarket.storefront.pages", "vn.ocopmarket.storefront.indicators.web"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    static class Shop {

        @Bean
        Clock clock() {
            var zone = ZoneId.of("Asia/Ho_Chi_Minh");
            return Clock.fixed(DAY.atTime(9, 0).atZone(zone).toInstant(), zone);
        }

        @Bean
        Outages outages() {
            return _ -> false;
        }

        @Bean
        Indicators indicators() {
            return choice -> {
                if (!choice.equals(Choice.ALL)) {
                    ASKED.set(choice);
                }
                return Mono.just(report());
            };
        }
    }
}
