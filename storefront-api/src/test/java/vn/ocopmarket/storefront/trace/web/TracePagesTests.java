package vn.ocopmarket.storefront.trace.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.TODAY;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.gs1.LotNumber;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Input;
import vn.ocopmarket.contract.trace.LotRecord.Quantity;
import vn.ocopmarket.contract.trace.LotRecord.Recall;
import vn.ocopmarket.contract.trace.TraceRecord;
import vn.ocopmarket.contract.trace.TraceRecord.Step;
import vn.ocopmarket.storefront.pages.Outages;
import vn.ocopmarket.storefront.trace.KnownLinks;
import vn.ocopmarket.storefront.trace.Traces;

@WebFluxTest(
        controllers = {DigitalLinkController.class, CodeController.class, ResolverController.class},
        excludeAutoConfiguration = ReactiveWebSecurityAutoConfiguration.class)
class TracePagesTests {

    private static final Gtin GTIN = new Gtin("09506000134352");
    private static final Instant MADE = Instant.parse("2026-04-12T01:00:00Z");
    private static final String OWN = "0123456789abcd";

    @Autowired
    private WebTestClient web;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/01/09506000134352",
                "/01/09506000134352/10/GOOD",
                "/01/09506000134352/10/GOOD/21/7",
                "/01/09506000134352/10/RECALLED",
                "/01/09506000134352/10/OLD",
                "/01/09506000134352/10/NOBODY-KNOWS",
                "/t/" + OWN
            })
    void answersInBothLanguagesWithoutAMissingWord(String address) {
        for (var language : List.of("vi", "en")) {
            assertThat(page(address + "?lang=" + language, 200))
                    .doesNotContain("??")
                    .contains("Trà", "CN-p1-1");
        }
    }

    /** Decree 37/2026, article 32. */
    @Test
    void tellsWhatAProductPassportTells() {
        assertThat(page("/01/09506000134352/10/GOOD/21/7", 200))
                .contains(
                        "Trà &lt;Shan&gt;",
                        "09506000134352",
                        "Hợp tác xã Mẫu",
                        "8934602001078",
                        "Xã Tam Ngãi",
                        "Tỉnh Vĩnh Long",
                        "12/04/2026",
                        "30/06/2027",
                        "TCVN 12827",
                        "Búp trà",
                        "Đóng gói",
                        "Đã báo là ghi nhầm",
                        "/01/09506000134352/10/GOOD/21/7",
                        "Còn hiệu lực")
                .doesNotContain("<Shan>");
    }

    @Test
    void saysThatALotIsRecalledOldOrUnknown() {
        assertThat(page("/01/09506000134352/10/RECALLED", 200)).contains("bị thu hồi", "Có dị vật", "Mang trả");
        assertThat(page("/01/09506000134352/10/OLD", 200)).contains("quá hạn dùng");
        assertThat(page("/01/09506000134352/10/NOBODY-KNOWS", 200)).contains("chưa ghi lô này", "mới chỉ có thông tin");
    }

    @ParameterizedTest
    @CsvSource({
        "/01/9506000134352/10/GOOD?17=270630, /01/09506000134352/10/GOOD?17=270630",
        "/gtin/09506000134352/lot/GOOD/ser/7, /01/09506000134352/10/GOOD/21/7"
    })
    void leadsFromAConvenientFormToTheCanonicalOne(String from, String to) {
        web.get()
                .uri(URI.create(from))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(301)
                .expectHeader()
                .valueEquals("Location", to);
    }

    @Test
    void refusesWhatIsNoDigitalLinkWithItsReason() {
        web.get()
                .uri("/01/09506000134353?lang=en")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/digital-link")
                .jsonPath("$.reason")
                .isEqualTo("GTIN_CHECK_DIGIT")
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail.toString()).contains("check digit"));
        assertThat(page("/01/09506000134352/21/7/10/A", 400)).contains("22, 10, 21");
    }

    @Test
    void anItemThatNobodyKnowsIsNotFound() {
        assertThat(page("/01/00614141123452", 404)).contains("Chưa biết mã này");
    }

    @Test
    void givesAllLinksToMachines() {
        web.get()
                .uri("/01/09506000134352/10/RECALLED")
                .accept(MediaType.parseMediaType("application/linkset+json"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/linkset+json")
                .expectBody()
                .jsonPath("$.linkset[0].anchor")
                .value(anchor -> assertThat(anchor.toString()).endsWith("/01/09506000134352/10/RECALLED"))
                .jsonPath("$.linkset[0]['https://ref.gs1.org/voc/pip'][0].href")
                .exists()
                .jsonPath("$.linkset[0]['https://ref.gs1.org/voc/certificationInfo'][0].href")
                .exists()
                .jsonPath("$.linkset[0]['https://ref.gs1.org/voc/recallStatus'][0].href")
                .exists()
                .jsonPath("$.linkset[0]['https://ref.gs1.org/voc/defaultLink'].length()")
                .isEqualTo(1);
        web.get()
                .uri("/01/09506000134352?linkType=linkset")
                .exchange()
                .expectHeader()
                .contentType("application/linkset+json");
    }

    @Test
    void leadsToTheLinkOfAType() {
        for (var type : List.of("gs1:pip", "https://gs1.org/voc/pip", "https://ref.gs1.org/voc/pip")) {
            web.get()
                    .uri("/01/09506000134352?linkType={type}", type)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(307)
                    .expectHeader()
                    .valueMatches("Location", ".*/products/tra-shan-p1");
        }
        web.get()
                .uri("/01/09506000134352?linkType=gs1:instructions")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void everyAnswerSaysWhereTheLinksAre() {
        var link = web.get()
                .uri("/01/09506000134352")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getFirst("Link");

        assertThat(link).contains("rel=\"https://ref.gs1.org/voc/pip\"", "rel=\"linkset\"");
    }

    @Test
    void drawsCodesForKnownAddressesOnly() {
        web.get()
                .uri("/trace/qr.svg?link={link}", "/01/09506000134352/10/GOOD")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/svg+xml");
        web.get()
                .uri("/trace/qr.png?link=/t/" + OWN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png");
        for (var other : List.of("https://evil.example/", "/01/09506000134353", "/t/../x", "")) {
            web.get()
                    .uri("/trace/qr.png?link={link}", other)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        web.get()
                .uri("/staff/labels.pdf?link=/t/{lot}&copies=3", OWN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf");
    }

    private String page(String address, int status) {
        return Objects.requireNonNull(web.get()
                .uri(address)
                .header("Accept", "text/html,*/*;q=0.8")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static ProductRecord product() {
        var plain = aProduct("p1", "Trà <Shan>").stars(4).record();
        var variant = plain.variants().getFirst();
        return new ProductRecord(
                plain.id(),
                plain.revision(),
                plain.slug(),
                plain.name(),
                plain.producer(),
                plain.place(),
                plain.group(),
                plain.certificates(),
                List.of(new Variant(variant.sku(), GTIN, variant.label(), null, variant.price(), variant.taxClass())),
                plain.story(),
                plain.media(),
                null,
                "https://trace.example/tra",
                List.of("ALCOHOL_UNDER_18"),
                false,
                plain.createdAt(),
                plain.updatedAt());
    }

    private static LotRecord lot(String number, @Nullable Gtin gtin, LocalDate bestBefore, @Nullable Recall recall) {
        return new LotRecord(
                OWN,
                1,
                "p1",
                product().variants().getFirst().sku(),
                gtin,
                new LotNumber(number),
                LocalDate.of(2026, 4, 12),
                bestBefore,
                new Quantity(new BigDecimal("500"), "H87"),
                List.of(new Input("Búp trà", "Xã Tam Ngãi", "Tổ trồng trà", "B1")),
                List.of("TCVN 12827"),
                recall,
                MADE,
                MADE);
    }

    private static TraceRecord trace(@Nullable LotRecord lot) {
        var product = product();
        var producer = new ProducerRecord(
                product.producer().id(),
                1,
                "htx",
                product.producer().name(),
                "HTX",
                product.place(),
                "8934602001078",
                null);
        var steps = lot == null
                ? List.<Step>of()
                : List.of(
                        new Step("e1", "ObjectEvent", MADE, "+07:00", "packing", null, null, false),
                        new Step(
                                "e2",
                                "TransformationEvent",
                                MADE,
                                "+07:00",
                                null,
                                null,
                                "urn:epc:id:sgln:8934602.00107.0",
                                true));
        return new TraceRecord(product, producer, product.variants().getFirst().sku(), lot, steps);
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"vn.ocopmarket.storefront.pages", "vn.ocopmarket.storefront.trace.web"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|Firewall).*"))
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
        KnownLinks knownLinks() {
            return new KnownLinks();
        }

        @Bean
        Traces traces() {
            return new OneItem();
        }
    }

    private static final class OneItem implements Traces {

        private static final LocalDate LATER = LocalDate.of(2027, 6, 30);

        @Override
        public Mono<TraceRecord> behind(DigitalLink link) {
            if (!link.gtin().equals(GTIN)) {
                return Mono.empty();
            }
            return Mono.just(trace(
                    switch (link.lot().map(LotNumber::value).orElse("")) {
                        case "GOOD" -> lot("GOOD", GTIN, LATER, null);
                        case "OLD" -> lot("OLD", GTIN, TODAY.minusDays(1), null);
                        case "RECALLED" ->
                            lot("RECALLED", GTIN, LATER, new Recall("Có dị vật", "Mang trả", "12/QĐ", MADE, null));
                        default -> null;
                    }));
        }

        @Override
        public Mono<TraceRecord> ofLot(String id) {
            return id.equals(OWN) ? Mono.just(trace(lot("A1", null, LATER, null))) : Mono.empty();
        }
    }
}
